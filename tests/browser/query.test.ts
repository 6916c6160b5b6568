import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { generateQueries } from '../unit/core/facts/generated-queries.ts';
import { startBrowser, tall } from './_open.ts';
import { fixtureThreads } from '../fixture-threads.ts';

const open = startBrowser();

/** Opens the search page for a query, and waits for its answer. */
async function search(query: string, more = ''): Promise<Page> {
  const page = await open(`search/?q=${encodeURIComponent(query)}${more}`);
  await settled(page);
  return page;
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const search = document.querySelector('search-page');
    const status = search?.querySelector('[data-part="status"]')?.textContent ?? '';
    const query = new URL(location.href).searchParams.get('q') ?? '';
    return search && !search.hasAttribute('aria-busy') && (status === '' || status.includes(`“${query.slice(0, 60)}`));
  });
}

const slugs = (page: Page): Promise<string[]> =>
  page
    .locator('search-page .hit h2 a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-2) ?? ''),
    );
const hints = (page: Page) => page.locator('search-page .search-hints li');
const status = (page: Page) => page.locator('search-page [data-part="status"]').textContent();

describe('a query with operators', () => {
  it('gives the threads that a filter over the archive gives, in the page itself', async () => {
    const threads = await fixtureThreads();
    const page = await open('search/', { viewport: tall });
    const wrong: unknown[] = [];
    // Words are found with other endings too: they are not what is counted here.
    const queries = generateQueries(threads, 400, new Date().toISOString().slice(0, 10))
      .filter(({ text }) => !/title:|body:|code:/.test(text))
      .slice(0, 60);
    for (const { text, holds } of queries) {
      await page.locator('#_q').fill(text);
      await page.locator('#_q').press('Enter');
      await page.waitForFunction((query) => new URL(location.href).searchParams.get('q') === query, text);
      await settled(page);
      const more = page.locator('[data-part="more"] button');
      if (await more.isVisible()) {
        await more.click();
        await more.waitFor({ state: 'detached' });
      }
      const found = (await slugs(page)).sort();
      const expected = threads
        .filter(holds)
        .map(({ slug }) => String(slug))
        .sort();
      const visible = await page.locator('[data-part="hits"]').isVisible();
      if (JSON.stringify(visible ? found : []) !== JSON.stringify(expected)) wrong.push({ text, found, expected });
    }
    expect(wrong).toEqual([]);
  });

  it('is joined with words, sorted, and counted in the facets', async () => {
    const page = await search('django is:answered votes:0..', '&sort=votes');
    const votes = await page.locator('.hit .row-figures b').allTextContents();
    expect(votes.length).toBeGreaterThan(0);
    expect(await status(page)).toContain(`${votes.length} thread`);
    const facet = page.locator('.facet-tags li').first();
    const count = await facet.locator('span').textContent();
    await facet.locator('a').click();
    await page.locator('.chosen a').waitFor();
    await settled(page);
    expect(String((await slugs(page)).length)).toBe(count);
    expect(new URL(page.url()).searchParams.get('q')).toBe('django is:answered votes:0..');
    await page.goBack();
    await page.locator('.chosen a').waitFor({ state: 'detached' });
  });

  it('joins, leaves out and looks for phrases in any mixture', async () => {
    const either = await slugs(await search('golang or coroutine'));
    const one = await slugs(await search('golang'));
    const other = await slugs(await search('coroutine'));
    expect(either.sort()).toEqual([...new Set([...one, ...other])].sort());
    expect(await slugs(await search('golang or coroutine -golang'))).toEqual(
      other.filter((slug) => !one.includes(slug)),
    );
    expect(await slugs(await search('"waiting coroutine" or "learn now" is:answered'))).toContain(
      'is-django-good-to-learn-now',
    );
  });

  it('looks for words in titles or in posts alone', async () => {
    expect(await slugs(await search('title:shoes'))).toEqual(['is-django-good-to-learn-now']);
    expect(await slugs(await search('body:shoes'))).toEqual([]);
    expect(await slugs(await search('title:golang'))).toEqual([]);
    expect(await slugs(await search('body:golang'))).toEqual(['is-django-good-to-learn-now']);
  });

  it('shows the posts of the kind that is asked for', async () => {
    const page = await search('golang is:answer');
    expect(await page.locator('.hit-answers a[href$="#consider-golang"]').count()).toBe(1);
    expect(await slugs(await search('golang is:question'))).toEqual([]);
    const accepted = await search('is:accepted');
    expect(await slugs(accepted)).toEqual(['parallel-migrations']);
    const answers = accepted.locator('.hit-answers a');
    expect(await answers.count()).toBe(1);
    expect(await answers.getAttribute('href')).toBe('/archive/questions/parallel-migrations/#second-alias');
  });

  it('loads the facts that a query asks for, and no others', async () => {
    const asked: string[] = [];
    const page = await open('search/?q=golang', {
      prepare: (page) =>
        page.on('request', (request) => {
          const [, name] = /\/search\/(.+)$/.exec(new URL(request.url()).pathname) ?? [];
          if (name) asked.push(name.replace(/-.*/, ''));
        }),
    });
    await settled(page);
    await page.locator('.facet').first().waitFor();
    // What facets count, and nothing else.
    expect(new Set([...asked, 'facts.json', 'common', 'tags']).size).toBe(3);
    for (const [query, ...files] of [
      ['golang votes:0.. is:answered', 'votes'],
      ['golang active:9y..', 'active', 'created'],
      ['user:ada', 'authors'],
      ['in:locks', 'slugs'],
    ] as const) {
      const before = new Set([...asked, 'facts.json', 'common', 'tags']);
      await page.locator('#_q').fill(query);
      await page.locator('#_q').press('Enter');
      await settled(page);
      expect([...new Set(asked)].filter((name) => !before.has(name)).sort()).toEqual(files);
    }
  });
});

describe('hints', () => {
  it('say what an operator is called here, and lead to the query that was meant', async () => {
    const page = await search('golang score:1');
    expect(await hints(page).allTextContents()).toEqual([
      'score:1 is votes:1 here, and is left out until you change it.',
    ]);
    expect(await slugs(page)).toEqual(['is-django-good-to-learn-now']);
    await hints(page).locator('a').click();
    await page.waitForURL('**/?q=golang+votes%3A1');
    await settled(page);
    expect(await page.locator('#_q').inputValue()).toBe('golang votes:1');
    expect(await hints(page).allTextContents()).toEqual(['votes:1 means exactly this number; at least is votes:1..']);
  });

  it('say while somebody types which name the archive does not have', async () => {
    const page = await open('search/');
    await page.locator('#_q').pressSequentially('[djago] golang', { delay: 20 });
    await hints(page).first().waitFor();
    await page.waitForTimeout(1000);
    expect(await hints(page).allTextContents()).toEqual(['No question has the tag [djago] → [django]']);
  });

  it('say of an empty result which name the archive does not have, and what is near', async () => {
    const page = await search('[djago]');
    expect(await hints(page).allTextContents()).toEqual(['No question has the tag [djago] → [django]']);
    await hints(page).locator('a').click();
    await page.locator('.hit').first().waitFor();
  });

  it('say which languages and licenses there are', async () => {
    const unspoken = await search('lang:xx');
    expect(await hints(unspoken).allTextContents()).toEqual([
      expect.stringMatching(/^No thread is in the language lang:xx\. There is (?:.*, )?lang:en(?:,|$)/),
    ]);
    const unused = await search('license:MIT');
    expect(await hints(unused).allTextContents()).toEqual([
      expect.stringMatching(/^No post has the license license:MIT\. There is license:/),
    ]);
  });

  it('say why nothing is searched for', async () => {
    const page = await search('votes:many');
    expect(await hints(page).allTextContents()).toEqual([
      'votes:many is left out: behind the colon stands a number or a range, such as votes:10, votes:10.., votes:3..8, votes:..0',
    ]);
    expect(await page.locator('details[data-part="help"]').getAttribute('open')).toBe('');
  });

  it('offer, where nothing is found, what leaves out one condition and finds something', async () => {
    const page = await search('golang is:closed votes:..0 [django]');
    const offers = page.locator('.search-nearest a');
    await offers.first().waitFor();
    for (const href of await offers.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).search)))
      expect(new URLSearchParams(href).get('q')?.split(' ').length).toBe(3);
  });

  it('say of names that every object of a script has what they say of others', async () => {
    const texts = [];
    for (const query of ['[__proto__]', 'user:constructor', 'is:constructor', 'by:__proto__'])
      texts.push(...(await hints(await search(query)).allTextContents()));
    expect(texts).toEqual([
      '[__proto__] is searched for as words: a tag stands in square brackets and has only letters, digits and . + # -',
      'Nobody here is called user:constructor',
      expect.stringMatching(/^is:constructor is not understood and is left out\. There is is:question, /),
      'by:__proto__ is user:__proto__ here, and is left out until you change it.',
    ]);
  });

  it('put nothing of the query into the page as HTML', async () => {
    const page = await search('is:<img/src=x/onerror=alert(1)>');
    expect(await hints(page).first().textContent()).toContain('is:<img/src=x/onerror=alert(1)>');
    expect(await page.locator('search-page img').count()).toBe(0);
  });

  it('stand in the dialog too', async () => {
    const page = await open('questions/');
    await page.keyboard.press('/');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('[djago]');
    await page.locator('dialog .search-hints li').waitFor();
    expect(await page.locator('dialog .search-hints li').textContent()).toContain('[django]');
  });
});

it('orders by votes what has no words to be relevant for, and says so', async () => {
  const page = await search('is:answered');
  const votes = (await page.locator('.hit .row-figures b').allTextContents()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect(votes).toEqual(votes.toSorted((a, b) => b - a));
  expect(await page.locator('.choice [aria-current]').textContent()).toBe('Votes');
});

it.each([
  ['C++', 'C++'],
  ['a phrase', '"use golang"'],
  ['__init__', '__init__'],
  ['@decorator', '@decorator'],
  ['HTML', '<script>'],
  ['5,000 letters', 'x'.repeat(5000)],
  ['5,000 characters of operators', 'votes:1 '.repeat(625)],
  ['control characters', '\u0000\u202e['],
  ['a hyphen alone', '-'],
])('answers %s without a complaint', async (_, query) => {
  await search(query);
});

it('shows the help by the key ?', async () => {
  const page = await search('golang');
  const help = page.locator('details[data-part="help"]');
  expect(await help.getAttribute('open')).toBe(null);
  await page.locator('h1').click();
  await page.keyboard.press('?');
  expect(await help.getAttribute('open')).toBe('');
});

it('says so when the facts are missing', async () => {
  const page = await open('search/?q=is%3Aanswered', {
    prepare: (page) => page.route('**/search/*.facts', (route) => route.fulfill({ status: 404 })),
    quiet: false,
  });
  await page.locator('[data-part="message"]').waitFor();
  expect(await page.locator('.empty-title').textContent()).toBe('The search index is not there');
});
