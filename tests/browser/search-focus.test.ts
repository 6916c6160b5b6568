import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startBrowser } from './_open.ts';

const open = startBrowser();

/** Opens a search, and waits until all of it is shown. */
async function search(query: string): Promise<Page> {
  const page = await open(`search/${query}`);
  await isWhole(page, query);
  return page;
}

async function isWhole(page: Page, query: string): Promise<void> {
  await page.waitForURL(`**/search/${query}`);
  await page.locator('[data-part="status"]', { hasText: '“' }).waitFor();
  await page.locator('search-page:not([aria-busy])').waitFor();
}

/** The part of the page that has the focus, and what it says there. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: node } = document;
    const part = node?.closest('[data-part]')?.getAttribute('data-part');
    return [part ?? node?.localName, part === 'status' ? '' : node?.textContent, node?.matches(':focus-visible')];
  });

describe('the focus of the search page, when a key presses', () => {
  it.each<[string, string, string, string, unknown]>([
    ['the order', '?q=waiting', '.choice a >> text=Votes', '?q=waiting&sort=votes', ['choice', 'Votes', true]],
    ['a facet', '?q=django', '.facet-tags a >> text=careers', '?q=django&tag=careers', ['facets', 'careers', true]],
    [
      'a facet that is chosen',
      '?q=django&tag=careers',
      '.facet-tags a >> text=careers',
      '?q=django',
      ['facets', 'careers', true],
    ],
    ['a filter to remove it', '?q=django&tag=careers', '.chosen a', '?q=django', ['status', '', true]],
    ['what the words were mended to', '?q=golnag+django', '.did-you-mean a', '?q=golang+django', ['status', '', true]],
    ['what a hint offers', '?q=golang+score%3A1', '.search-hints a', '?q=golang+votes%3A1', ['status', '', true]],
    [
      'a search that is near',
      '?q=golang+is%3Aclosed+%5Bdjango%5D',
      '.search-nearest a >> nth=0',
      '?q=golang+%5Bdjango%5D',
      ['status', '', true],
    ],
    [
      'what leaves out the filters',
      '?q=zzzqqqzzz&tag=python',
      '.empty a >> nth=0',
      '?q=zzzqqqzzz',
      ['status', '', true],
    ],
  ])('stays with %s, or goes to what was found', async (_, before, link, after, expected) => {
    const page = await search(before);
    await page.locator(link).press('Enter');
    await isWhole(page, after);
    expect(await focused(page)).toEqual(expected);
  });

  it('goes to the box when nothing is searched for any more', async () => {
    const page = await open('search/?tag=careers');
    await page.locator('search-page:not([aria-busy]) .facet').first().waitFor();
    await page.locator('.chosen a').press('Enter');
    await page.waitForURL('**/search/');
    await page.waitForFunction(() => document.activeElement?.id === '_q');
  });

  it('comes back to a facet that was away for a while', async () => {
    const page = await search('?q=waiting');
    // Its hits are not among those that are shown already.
    const year = page.locator('.facet', { hasText: 'Year' }).locator('a').last();
    const label = await year.textContent();
    await page.route('**/*.pf_fragment', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await year.press('Enter');
    await year.waitFor({ state: 'detached' });
    await isWhole(page, `?q=waiting&year=${label ?? ''}`);
    expect(await focused(page)).toEqual(['facets', label, true]);
  });

  it('goes on to the first of the authors when they are counted', async () => {
    const page = await search('?q=waiting');
    const authors = page.locator('.facet', { hasText: 'Authors' });
    await authors.getByRole('button').press('Enter');
    await authors.locator('a').first().waitFor();
    expect(await focused(page)).toEqual(['facets', await authors.locator('a').first().textContent(), true]);
  });

  it('stays with "Try again" while that fails, and goes to what was found when it works', async () => {
    let isGone = true;
    const page = await open('search/?q=golang', {
      quiet: false,
      prepare: (page) =>
        page.route('**/*.pf_index', (route) => (isGone ? route.fulfill({ status: 500 }) : route.continue())),
    });
    const again = page.getByRole('button', { name: 'Try again' });
    const failed = await again.elementHandle();
    await failed?.press('Enter');
    await page.waitForFunction((button) => !button?.isConnected, failed);
    expect(await focused(page)).toEqual(['message', 'Try again', true]);
    isGone = false;
    await page.keyboard.press('Enter');
    await isWhole(page, '?q=golang');
    expect(await focused(page)).toEqual(['status', '', true]);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toEqual(['choice', 'Relevance', true]);
  });
});

describe('the focus of the search page', () => {
  it('is where the reader has meanwhile put it', async () => {
    const page = await search('?q=django');
    await page.route('**/*.pf_fragment', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.locator('.facet-tags a >> text=careers').press('Enter');
    await page.locator('#_q').focus();
    await isWhole(page, '?q=django&tag=careers');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('_q');
  });

  it('does not show, and moves nothing, where a mouse has pressed', async () => {
    const page = await search('?q=django&tag=careers');
    await page.setViewportSize({ width: 1280, height: 300 });
    const chip = page.locator('.chosen a');
    await chip.scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      scrollTo(0, scrollY + (document.querySelector('.chosen')?.getBoundingClientRect().top ?? 0) - 80);
    });
    const top = await page.evaluate(() => scrollY);
    await chip.click();
    await isWhole(page, '?q=django');
    expect(await focused(page)).toEqual(['status', '', false]);
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });
});

describe('what a screen reader hears of the search page', () => {
  it('is what was found and what there is to say of the query when the keys rest, and not at each key', async () => {
    const page = await open('search/', { prepare: (page) => page.clock.install({ time: 0 }) });
    await page.locator('.search-key').waitFor();
    // Sooner than what does not come is given up.
    await page.clock.pauseAt(20_000);
    await page.evaluate(() => {
      const heard: string[] = [];
      for (const region of document.querySelectorAll('search-page :is([role="status"], [aria-live])'))
        new MutationObserver(() => {
          if (region.textContent !== '') heard.push(region.textContent);
        }).observe(region, { childList: true, characterData: true, subtree: true });
      Object.assign(globalThis, { heard });
    });
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    const type = async (text: string) => {
      for (const key of text) {
        await page.keyboard.type(key);
        await page.clock.runFor(150);
      }
    };
    const seen = page.locator('[data-part="status"]');
    await type('golang');
    await seen.filter({ hasText: '“golang”' }).waitFor();
    await type(' is:');
    await page.clock.runFor(300);
    await page.locator('.search-hints').waitFor();
    await type('op');
    await page.clock.runFor(300);
    await seen.filter({ hasText: '“golang is:op”' }).waitFor();
    await page.clock.runFor(300);
    await page.locator('.search-hints', { hasText: 'is:op ' }).waitFor();
    expect(await heard()).toEqual([]);
    await page.clock.runFor(600);
    expect(await heard()).toEqual([
      `${(await seen.textContent()) ?? ''}${(await page.locator('.search-hints li').textContent()) ?? ''}`,
    ]);
  });

  it('is in the dialog too what was found when the keys rest', async () => {
    const page = await open('', { prepare: (page) => page.clock.install({ time: 0 }) });
    await page.keyboard.press('/');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await page.clock.pauseAt(20_000);
    const [seen, heard] = [dialog.locator('.finder-status'), dialog.getByRole('status')];
    const before = await heard.textContent();
    for (const key of 'golang') {
      await page.keyboard.type(key);
      await page.clock.runFor(150);
    }
    await seen.filter({ hasText: '“golang”' }).waitFor();
    expect(await heard.textContent()).toBe(before);
    await page.clock.runFor(700);
    expect(await heard.textContent()).toBe(await seen.textContent());
  });
});
