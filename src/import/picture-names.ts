/**
 * What a local copy of a remote picture may be called, the likeliest first: the last part of its address, with and without its
 * ending, and for uploads to Discourse the hash that its backups name them by.
 * @returns names of files, with their ending or without; none if the address is no remote picture's
 */
export function pictureNames(url: string): string[] {
  const path = pathOf(url);
  const last = path?.at(-1);
  if (path === undefined || last === undefined) return [];
  const names = [last];
  const full = /^([0-9a-f]{40})_\d+_\d+x\d+(\.\w+)$/.exec(last);
  if (full) names.push(`${full[1]}${full[2]}`);
  const isShort = url.startsWith('upload:') || path.at(-2) === 'short-url';
  const [stem = '', ending = ''] = last.split(/(?=\.[^.]*$)/);
  const hash = isShort ? hashOf(stem) : undefined;
  if (hash !== undefined) names.push(hash + ending, hash);
  if (ending === '' || isShort) names.push(stem);
  return [...new Set(names)];
}

/** The parts of an address behind its host, decoded; undefined if it does not lead to another place on the web. */
export function pathOf(url: string): string[] | undefined {
  if (!/^(?:https?|upload):\/\//i.test(url)) return undefined;
  const path = url
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/^upload:\/\//i, '');
  try {
    return decodeURIComponent(path)
      .normalize()
      .split('/')
      .filter((part) => part !== '');
  } catch {
    return path.split('/').filter((part) => part !== '');
  }
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The SHA-1 that Discourse writes in base 62 in a short address, `lib/base62.rb`: in hexadecimal, 40 digits. */
function hashOf(short: string): string | undefined {
  if (!/^[0-9A-Za-z]{20,27}$/.test(short)) return undefined;
  let number = 0n;
  for (const digit of short) number = number * 62n + BigInt(digits.indexOf(digit));
  const hash = number.toString(16).padStart(40, '0');
  return hash.length === 40 ? hash : undefined;
}
