import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { objections } from './_axe.ts';
import { startBrowser } from './_open.ts';

const open = startBrowser();

const typeInDialog = async (page: Page, text: string) => {
  await page.keyboard.press('/');
  await page.locator('dialog[open] input').fill(text);
};

/** States of a search: its address, what makes it so, and what is there then. */
const states: [name: string, path: string, there: string, prepare?: (page: Page) => Promise<unknown>][] = [
  ['nothing searched for', 'search/', '[data-part="browse"]'],
  ['hits, and what narrows them down', 'search/?q=golang+django', '.facet ul'],
  ['filters that were chosen', 'search/?q=is%3Aquestion&tag=django&answered=yes&sort=newest', '.chosen a'],
  ['a word that was mended', 'search/?q=golnag', '.did-you-mean'],
  ['some of the words', 'search/?q=django+migrations+twice', '.facet ul'],
  ['more hits to show', 'search/?q=is%3Aquestion', '.facet ul'],
  ['nothing found', 'search/?q=zzzzqqqq', '.empty-title'],
  ['nothing found, and the words of a phrase', 'search/?q=%22golang+django%22', '.did-you-mean'],
  ['no condition but one met', 'search/?q=golang+is%3Aunanswered', '.search-nearest a'],
  ['a value that is not understood', 'search/?q=votes%3Amany', '.search-hints'],
  ['several hints', 'search/?q=golang+score%3A1+%5Bdjago%5D', '.search-hints'],
  ['a name that the archive does not have', 'search/?q=%5Bdjago%5D', '.search-hints'],
  ['posts of a kind', 'search/?q=is%3Aaccepted', '.hit-answers'],
  ['two conditions', 'search/?q=is%3Aaccepted+has%3Acode', '.hit, .empty-title'],
  ['many conditions', 'search/?q=golang+is%3Aclosed+votes%3A..0+%5Bdjango%5D', '.hit, .empty-title'],
  ['two kinds of post that none is at once', 'search/?q=is%3Aquestion+is%3Aanswer', '.search-hints'],
  ...([404, 503] as const).map((status): (typeof states)[number] => [
    `an index that is answered by ${status}`,
    'search/?q=golang',
    '[data-part="message"] button',
    (page) => page.route('**/pagefind-entry.json*', (route) => route.fulfill({ status })),
  ]),
];

it.each(states)('axe objects to nothing of %s, in light and dark', async (_, path, there, prepare) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(path, { colorScheme, quiet: false, ...(prepare ? { prepare } : {}) });
    await page.locator(`search-page:not([aria-busy]) :is(${there})`).first().waitFor();
    expect(await objections(page)).toEqual([]);
  }
});

it.each([
  ['golang', '[role="option"]'],
  ['zzzzqqqq', '.finder-status a'],
  ['golang score:1', '.search-hints'],
])('axe objects to nothing of %s in the dialog, in light and dark', async (query, there) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open('questions/', { colorScheme });
    await typeInDialog(page, query);
    await page.locator(`dialog[open] ${there}`).first().waitFor();
    expect(await objections(page)).toEqual([]);
  }
});
