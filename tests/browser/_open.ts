import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from './_browser.ts';

/** Address of the built fixture archive, its base included. */
export const siteUrl = inject('siteUrl');

/** In which a whole page of hits is in sight: those out of sight are not loaded. */
export const tall = { width: 1280, height: 6000 };

type Opening = BrowserContextOptions & {
  /** What is done before the page is loaded. */
  prepare?: (page: Page) => unknown;
  /** Whether the page must not complain: off where files are missing on purpose. */
  quiet?: boolean;
};

/**
 * A browser for the tests of one file. Each page that the returned function opens is in a context of its own, which is closed after
 * the test. What the console complains of, violations of the page policy included, fails the test.
 */
export function startBrowser(): (path: string, opening?: Opening) => Promise<Page> {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  return async (path, { prepare, quiet = true, ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en', ...options });
    contexts.push(context);
    const page = await context.newPage();
    if (quiet) {
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
    }
    await prepare?.(page);
    await page.goto(new URL(path, siteUrl).href);
    return page;
  };
}

/**
 * The tab that a click opens. Now and then Playwright does not hear of a tab that Chromium opened in the background and loaded, on a
 * busy machine one time in ten (microsoft/playwright#5948): then the click is made again.
 */
export async function openedTab(page: Page, click: () => Promise<void>): Promise<Page> {
  for (let tries = 1; ; tries++) {
    const opened = page.context().waitForEvent('page', { timeout: 4000 });
    const [tab] = await Promise.allSettled([opened, click()]);
    if (tab.status === 'fulfilled') return tab.value;
    if (tries === 8) throw tab.reason;
  }
}
