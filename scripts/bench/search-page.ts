import type { Page } from 'playwright-core';

/** Types a query at once, and waits for the first hits. */
export async function firstHits(page: Page, query: string): Promise<void> {
  await page.fill('search-page input[type=search]', query);
  await page.locator('search-page .hit').first().waitFor();
}

/** Asks a query at once over the one before, and waits until all of its answer is there. */
export async function askAndWait(page: Page, query: string): Promise<void> {
  await page.fill('search-page input[type=search]', query);
  await page.waitForFunction((query) => {
    const status = document.querySelector('search-page [data-part="status"]')?.textContent ?? '';
    return status.includes(`“${query}”`) && document.querySelector('search-page[aria-busy]') === null;
  }, query);
}

/** Milliseconds from the last key. */
export type SearchTimes = {
  /** To hits of what was typed, be it those of the first part of a large index. */
  hits: number;
  /** Until it says how many there are in all. */
  answer: number;
};

/** Types a query key by key over the one before, and waits for its answer. */
export async function typeAndWait(page: Page, query: string, delay: number): Promise<SearchTimes> {
  await page.fill('search-page input[type=search]', '');
  await page.waitForFunction(() => document.querySelector('search-page')?.getAttribute('aria-busy') === null);
  const times = page.evaluate(
    (query) =>
      new Promise<SearchTimes>((resolve) => {
        let begin = 0;
        let hits: number | undefined;
        const input = document.querySelector<HTMLInputElement>('search-page input[type=search]');
        const status = document.querySelector('search-page [data-part="status"]');
        const list = document.querySelector('search-page [data-part="hits"]');
        if (!input || !status || !list) throw new Error('This is not the search page.');
        const onPainted = (act: () => void) => requestAnimationFrame(() => setTimeout(act));
        input.addEventListener('input', (event) => {
          if (input.value === query) begin = event.timeStamp;
        });
        new MutationObserver(() => {
          if (begin > 0 && hits === undefined) onPainted(() => (hits ??= performance.now() - begin));
        }).observe(list, { childList: true });
        new MutationObserver((_, observer) => {
          if (begin === 0 || !status.textContent.includes(`“${query}”`)) return;
          observer.disconnect();
          onPainted(() => {
            const answer = performance.now() - begin;
            resolve({ hits: hits ?? answer, answer });
          });
        }).observe(status, { childList: true, subtree: true, characterData: true });
      }),
    query,
  );
  await page.locator('search-page input[type=search]').pressSequentially(query, { delay });
  const measured = await times;
  await page.locator('search-page:not([aria-busy])').waitFor();
  return measured;
}
