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

/** Types a query key by key over the one before, and waits for its answer. */
export async function typeAndWait(page: Page, query: string, delay: number): Promise<void> {
  await page.fill('search-page input[type=search]', '');
  await page.waitForFunction(() => document.querySelector('search-page')?.getAttribute('aria-busy') === null);
  await page.evaluate((query) => {
    const time = new Promise((resolve) => {
      let begin = 0;
      const input = document.querySelector<HTMLInputElement>('search-page input[type=search]');
      input?.addEventListener('input', (event) => {
        if (input.value === query) begin = event.timeStamp;
      });
      new MutationObserver((_, observer) => {
        const status = document.querySelector('search-page [data-part="status"]')?.textContent ?? '';
        if (begin === 0 || !status.includes(`“${query}”`)) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => {
            resolve(performance.now() - begin);
          }),
        );
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { searchTime: time });
  }, query);
  await page.locator('search-page input[type=search]').pressSequentially(query, { delay });
  await searchTimes(page);
}

/** From the last key to the hits that answer it, in milliseconds. */
export function searchTimes(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'searchTime') as Promise<number>);
}
