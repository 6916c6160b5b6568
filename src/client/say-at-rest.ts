import { element } from './element.ts';

/** After so many milliseconds without a key and without anything new to read, it is said what there is. */
const sayAfter = 600;

/**
 * Says to screen readers what was found and what there is to say of the query, in a region for them alone: a search shows that at each
 * key, and would else be heard at each.
 * @param input is typed in
 * @param shown has what is to be said, as text and in lists
 * @param region has the role `status`
 */
export function sayAtRest(input: HTMLInputElement, shown: readonly HTMLElement[], region: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    // What has the focus was heard when it got it.
    const texts = shown.filter((one) => !one.matches(':focus')).flatMap(textsIn);
    region.replaceChildren(...texts.map((text) => element('p', {}, text)));
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(say, sayAfter);
  };
  const observer = new MutationObserver(wait);
  for (const one of shown) observer.observe(one, { childList: true });
  input.addEventListener('input', () => {
    if (timer !== undefined) wait();
  });
}

/** What stands in it and in the items of its lists, each by itself. */
function textsIn(shown: HTMLElement): string[] {
  const texts = [...shown.childNodes].flatMap((node) => {
    const items = node instanceof Element ? [...node.querySelectorAll('li')] : [];
    return (items.length > 0 ? items : [node]).map(({ textContent }) => textContent?.trim() ?? '');
  });
  return texts.filter((text) => text !== '');
}
