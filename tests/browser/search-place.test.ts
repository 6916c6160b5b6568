import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startBrowser } from './_open.ts';

const open = startBrowser();

const top = (page: Page) => page.evaluate(() => scrollY);

async function isWhole(page: Page, query: string): Promise<void> {
  await page.waitForURL(`**/search/${query}`);
  await page.locator('[data-part="status"]', { hasText: '“' }).waitFor();
  await page.locator('search-page:not([aria-busy])').waitFor();
}

/** From a search that nobody did anything in to another, and far down in that. */
async function downInAnother(page: Page): Promise<void> {
  await isWhole(page, '?q=waiting');
  // Without Enter, which presses the button, and would note the place.
  await page.keyboard.press('/');
  await page.keyboard.type('use');
  await isWhole(page, '?q=use');
  await page.locator('h1').click();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.waitForFunction(
    () => typeof (history.state as { top?: number } | null)?.top === 'number' && scrollY > 100,
  );
  // The place is noted when the page rests.
  await page.waitForFunction(() => (history.state as { top: number }).top === scrollY);
}

it('begins at the top of a search that one goes back to, if it was left without a place', async () => {
  const page = await open('search/?q=waiting', { viewport: { width: 1280, height: 300 } });
  await downInAnother(page);
  const down = await top(page);
  await page.goBack();
  await isWhole(page, '?q=waiting');
  await page.waitForTimeout(300);
  expect([await top(page), await page.evaluate(() => (history.state as { top?: number } | null)?.top ?? 0)]).toEqual([
    0, 0,
  ]);
  // The other one has kept its own.
  await page.goForward();
  await isWhole(page, '?q=use');
  await page.waitForFunction((down) => Math.abs(scrollY - down) < 2, down);
});

it('does so after it was loaded anew', async () => {
  const page = await open('search/?q=waiting', { viewport: { width: 1280, height: 300 } });
  await downInAnother(page);
  const down = await top(page);
  await page.reload();
  await isWhole(page, '?q=use');
  await page.waitForFunction((down) => Math.abs(scrollY - down) < 2, down);
  await page.goBack();
  await isWhole(page, '?q=waiting');
  expect(await top(page)).toBe(0);
});

it('keeps no place of what is still shown for the search that comes in its stead', async () => {
  const page = await open('search/?q=waiting', { viewport: { width: 1280, height: 300 } });
  await downInAnother(page);
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/*.pf_fragment', async (route) => {
    await isAnswered;
    await route.continue();
  });
  await page.evaluate(() => {
    history.back();
  });
  await page.waitForURL('**/search/?q=waiting');
  await page.mouse.wheel(0, 50);
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => history.state as unknown)).toBe(null);
  answer();
});

it('stays where a link within the page leads', async () => {
  const page = await open('search/?q=use', { viewport: { width: 390, height: 600 } });
  await isWhole(page, '?q=use');
  await page.locator('.to-facets').click();
  await page.waitForURL('**/?q=use#_facets');
  await page.waitForTimeout(300);
  const down = await top(page);
  expect(down).toBeGreaterThan(100);
  await page.goBack();
  await page.waitForFunction(() => scrollY === 0);
  await page.goForward();
  await page.waitForFunction((down) => Math.abs(scrollY - down) < 2, down);
});
