import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openedTab, siteUrl, startBrowser } from './_open.ts';

const open = startBrowser();

const hits = (page: Page) => page.locator('search-page:not([aria-busy]) .hit h2');

/** The words that are marked on a page, in its order. */
const marks = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()));

it('marks on a page what was searched for on the way to it, shows it, and marks nothing the next time', async () => {
  const page = await open('search/?q=golang');
  await hits(page).first().waitFor();
  await page.locator('.hit-answers a[href$="#consider-golang"]').click();
  await page.waitForURL('**/is-django-good-to-learn-now/#consider-golang');
  await page.waitForFunction(() => CSS.highlights.has('found'));
  const found = await marks(page);
  expect(found.length).toBeGreaterThan(0);
  expect([...new Set(found.map((word) => word.toLowerCase()))]).toEqual(['golang']);
  await page.waitForFunction(() => {
    const range = [...(CSS.highlights.get('found') ?? [])].find(
      (one) => one instanceof Range && one.startContainer.parentElement?.closest('#consider-golang'),
    );
    const box = range instanceof Range ? range.getBoundingClientRect() : undefined;
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.keyboard.press('Escape');
  expect(await marks(page)).toEqual([]);
  await page.reload();
  await page.waitForTimeout(300);
  expect(await marks(page)).toEqual([]);
});

it('marks the words of a query and not its operators, nor what it leaves out', async () => {
  const page = await open('search/?q=is%3Aanswer+answers%3A1..+golang+-fastapi');
  await page.locator('.hit-answers a[href$="#consider-golang"]').click();
  await page.waitForURL('**/is-django-good-to-learn-now/#consider-golang');
  await page.waitForFunction(() => CSS.highlights.has('found'));
  expect([...new Set((await marks(page)).map((word) => word.toLowerCase()))]).toEqual(['golang']);
});

it.each<[string, Parameters<Locator['click']>[0]]>([
  ['with the key for it', { modifiers: ['ControlOrMeta'] }],
  ['with the middle button', { button: 'middle' }],
])('marks what was searched for in a tab of its own, opened %s, and keeps nothing of it', async (_, how) => {
  const page = await open('search/?q=golang');
  await hits(page).first().waitFor();
  const hit = page.locator('.hit-answers a[href$="#consider-golang"]');
  const tab = await openedTab(page, () => hit.click(how));
  await tab.waitForFunction(() => CSS.highlights.has('found'));
  expect([...new Set((await marks(tab)).map((word) => word.toLowerCase()))]).toEqual(['golang']);
  const stored = () => [localStorage.getItem('responsa-found'), sessionStorage.getItem('responsa-found')];
  expect([await page.evaluate(stored), await tab.evaluate(stored)]).toEqual([
    [null, null],
    [null, null],
  ]);
  await page.goto(tab.url());
  await page.waitForTimeout(300);
  expect(await marks(page)).toEqual([]);
});

it('lets go of what to mark in another tab if none asks for it', async () => {
  const page = await open('search/?q=golang', { prepare: (page) => page.clock.install() });
  const hit = page.locator('.hit-answers a[href$="#consider-golang"]');
  await hit.waitFor();
  await hit.click({ button: 'right' });
  const stored = () => page.evaluate(() => localStorage.getItem('responsa-found'));
  expect(await stored()).toContain('golang');
  await page.clock.fastForward(31_000);
  expect(await stored()).toBe(null);
});

it('goes on in the dialog while hits are opened in tabs of their own, and marks them there', async () => {
  const page = await open('questions/');
  await page.keyboard.press('/');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('golang');
  const hit = page.locator('.finder-answer').first();
  const tab = await openedTab(page, () => hit.click({ modifiers: ['ControlOrMeta'] }));
  await tab.waitForFunction(() => CSS.highlights.has('found'));
  expect(await page.locator('dialog[open] .finder-answer').count()).toBeGreaterThan(0);
});

it.each([
  ['in the dialog', 'questions/', '/', 'dialog input', '.finder-answer'],
  ['on the search page', 'search/', '', '#_q', '.hit-answers a'],
])(
  'opens the hit that is pressed %s, though the next answer comes before it is released',
  async (_, path, key, box, hit) => {
    const page = await open(path);
    await page.keyboard.type(key);
    const input = page.locator(box);
    await input.fill('gola');
    const pressed = page.locator(hit).first();
    await pressed.waitFor();
    await page.locator('search-page[aria-busy]').waitFor({ state: 'detached' });
    const address = await pressed.evaluate((link: HTMLAnchorElement) => link.href);
    await pressed.hover();
    await page.mouse.down();
    await input.evaluate((input: HTMLInputElement) => {
      input.value = 'golang';
      input.dispatchEvent(new Event('input'));
    });
    await page.waitForTimeout(400);
    await page.mouse.up();
    await page.waitForURL(address, { timeout: 5000 });
  },
);

it('marks on the same page what the dialog found there', async () => {
  const page = await open('questions/is-django-good-to-learn-now/');
  await page.keyboard.press('/');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('golang');
  await page.locator('.finder-answer').first().waitFor();
  await page.locator('.finder-answer').first().click();
  await page.waitForFunction(() => CSS.highlights.has('found'));
  expect((await marks(page)).length).toBeGreaterThan(0);
});

it('keeps what was searched for in this browser, offers it again, and forgets it when asked to', async () => {
  const page = await open('search/');
  await page.locator('#_q').fill('golang');
  await page.keyboard.press('Enter');
  await hits(page).first().waitFor();
  await page.locator('#_q').fill('<b>tabs</b>');
  await page.keyboard.press('Enter');
  await page.goto(`${siteUrl}search/`);
  const recent = page.locator('.recent li');
  await recent.first().waitFor();
  expect(await recent.allTextContents()).toEqual(['<b>tabs</b>', 'golang']);
  await recent.nth(1).locator('a').click();
  await page.waitForURL('**/?q=golang');
  await page.goto(`${siteUrl}questions/`);
  await page.keyboard.press('/');
  await page.locator('.finder-recent').first().waitFor();
  expect(await page.locator('.finder-recent').allTextContents()).toEqual(['<b>tabs</b>', 'golang']);
  // On one line, in the whole width.
  expect((await page.locator('.finder-recent').first().boundingBox())?.height).toBeLessThan(60);
  await page.goto(`${siteUrl}search/`);
  await page.locator('.recent button').click();
  expect(await page.locator('.recent').count()).toBe(0);
  await page.reload();
  await page.locator('.search-key').waitFor();
  expect(await page.locator('.recent').count()).toBe(0);
});

it('leaves the key / alone for those who do not want it', async () => {
  const page = await open('search/');
  await page.locator('.search-key input').uncheck();
  await page.goto(`${siteUrl}questions/`);
  expect(await page.locator('site-search kbd').count()).toBe(0);
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(await page.locator('dialog').count()).toBe(0);
  await page.goto(`${siteUrl}search/`);
  expect(await page.locator('.search-key input').isChecked()).toBe(false);
});

it('keeps the archive for reading and searching offline, and lets go of it', async () => {
  const page = await open('search/');
  const status = page.locator('search-own section', { hasText: 'Offline' }).getByRole('status');
  await page.getByRole('button', { name: 'Keep it offline' }).click();
  await status.filter({ hasText: 'The archive is kept in this browser' }).waitFor();
  await page.context().setOffline(true);
  await page.goto(`${siteUrl}questions/many-answers/`);
  expect(await page.locator('h1').textContent()).not.toBe('');
  await page.goto(`${siteUrl}search/?q=golang`);
  await hits(page).first().waitFor();
  await page.locator('.hit-answers a[href$="#consider-golang"]').click();
  await page.waitForURL('**/#consider-golang');
  await page.context().setOffline(false);
  await page.goto(`${siteUrl}search/`);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByRole('button', { name: 'Keep it offline' }).waitFor();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.context().setOffline(true);
  await expect(page.goto(`${siteUrl}questions/tabs-or-spaces/`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});
