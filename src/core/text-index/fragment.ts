/** A thread as Pagefind's index has it, to show a hit: as far as it is needed here. */
export type Fragment = {
  url: string;
  meta: Record<string, string>;
  /** Of the posts, in order. `location`: the position of its first word; `title`: its record. */
  anchors: { id: string; title?: string; location: number }[];
  /** All words, parted by spaces; in languages that have none, by zero-width ones. */
  content: string;
};

/** The words of a thread, as places count them, and what stands between two. */
export type FragmentWords = { words: string[]; between: string };

const zeroWidth = '\u200b';
/** Of the file that a thread is indexed as: one in a folder of its own would take twice as long to write. */
const documentEnding = '.thread.html';

/** Reads the file of a fragment. */
export function readFragment(file: Uint8Array): Fragment {
  const text = new TextDecoder().decode(file);
  const fragment = JSON.parse(text.slice(text.indexOf('{'))) as Fragment;
  return { ...fragment, url: addressOfDocument(fragment.url) };
}

/** Where to write what is indexed of the page at an address, which ends with a slash. */
export function documentOf(address: string): string {
  return address.replace(/\/$/, documentEnding);
}

/** Undoes `documentOf`. */
export function addressOfDocument(path: string): string {
  return path.endsWith(documentEnding) ? `${path.slice(0, -documentEnding.length)}/` : path;
}

export function fragmentWords({ content }: Fragment): FragmentWords {
  return content.includes(zeroWidth)
    ? { words: content.split(zeroWidth), between: '' }
    : { words: content.split(/\s+/), between: ' ' };
}
