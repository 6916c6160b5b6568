/** A changed file as `git diff --raw -z` has it. */
export type RawEntry = { path: Buffer; before: Side; after: Side };

/** A mode such as 100644, 000000 where there is no file; and the hash of a blob, all 0 for what is on disk. */
export type Side = { mode: string; hash: string };

/** Reads `:100644 100644 <hash> <hash> M NUL path NUL`, as git-diff(1) has it under "Raw output format". */
export function parseRawDiff(output: Buffer): RawEntry[] {
  const fields = splitAtNul(output);
  const entries: RawEntry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const line = (fields[index]?.toString('latin1') ?? '').slice(1);
    const [before = '', after = '', hashBefore = '', hashAfter = '', status] = line.split(' ');
    // The new side of a file with conflicts is not in the index: it is what is on disk.
    const mode = status === 'U' ? '100644' : after;
    entries.push({
      path: fields[index + 1] ?? Buffer.of(),
      before: { mode: before, hash: hashBefore },
      after: { mode, hash: hashAfter },
    });
  }
  return entries;
}

export function splitAtNul(output: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0, at);
    parts.push(output.subarray(at, end));
    at = end + 1;
  }
  return parts;
}
