import { foundStretches } from '../core/found-stretches.ts';
import { takeFound } from './found-words.ts';

/** Marks on one page. */
const most = 2000;

/**
 * Marks on the page what was searched for on the way to it, and shows the first mark. The page itself stays as it is: the marks are the
 * browser's own. Escape takes them away.
 */
export function markFound(): void {
  const found = takeFound();
  if (!found || !('highlights' in CSS)) return;
  const ranges = rangesOf(found.words, [...document.querySelectorAll('main h1, main .post')]);
  CSS.highlights.set('found', new Highlight(...ranges));
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = ranges.find(({ startContainer }) => !target || target.contains(startContainer));
  requestAnimationFrame(() => {
    const box = first?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight))
      first?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') CSS.highlights.delete('found');
  });
}

function rangesOf(words: readonly string[], roots: readonly Element[]): Range[] {
  const ranges: Range[] = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && ranges.length < most; node = walker.nextNode()) {
      for (const { from, to } of foundStretches(node.nodeValue ?? '', words)) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
