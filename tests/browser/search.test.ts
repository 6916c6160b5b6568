import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteUrl, startBrowser, tall } from './_open.ts';

const open = startBrowser();

/** Complete: while some parts of the index are still asked, the page is busy. */
const hits = (page: Page) => page.locator('search-page:not([aria-busy]) .hit h2');
const status = (page: Page) => page.locator('search-page [data-part="status"]');
const answerLink = (page: Page, id: string) => page.locator(`.hit-answers a[href$="#${id}"]`);
const parameters = (page: Page) => new URL(page.url()).search;

describe('the search page', () => {
  it('finds an answer and lands on it, under the base path', async () => {
    const page = await open('search/?q=Golang');
    await answerLink(page, 'consider-golang').click();
    await page.waitForURL('**/archive/questions/is-django-good-to-learn-now/#consider-golang');
    const box = await page.locator('#consider-golang').boundingBox();
    expect(box && box.y >= 0 && box.y < 400).toBe(true);
  });

  it('searches while typing, keeps the address, and drops answers that were overtaken', async () => {
    const page = await open('search/', {
      prepare: (page) =>
        page.route('**/*.pf_fragment', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          await route.continue();
        }),
    });
    await page.locator('#_q').pressSequentially('tabs');
    await page.waitForURL('**/?q=tabs');
    await page.locator('#_q').fill('golang');
    await page.waitForURL('**/?q=golang');
    await hits(page).first().waitFor();
    await page.waitForTimeout(900);
    expect(await hits(page).allTextContents()).toEqual(['Django backend is good shoes to learn now?']);
    expect(await status(page).textContent()).toBe('1 thread for “golang”');
  });

  it('shows votes, answers, tags, author and date, and marks the words', async () => {
    const page = await open('search/?q=waiting+coroutine');
    const row = page.locator('.hit').first();
    await row.waitFor();
    expect((await row.locator('.row-figures').textContent())?.replace(/\s+/g, ' ').trim()).toBe('58 votes 40 answers');
    expect(await row.locator('.tags a').allTextContents()).toEqual(['concurrency', 'c#', '.net', 'базы-данных']);
    expect(await row.locator('.tags a').nth(1).getAttribute('href')).toBe('/archive/tags/c_sharp/');
    expect(await row.locator(':scope > .row-body > .facts time').getAttribute('datetime')).toBe('2018-01-02');
  });

  it('narrows down by a filter with its count, says so in the address, and goes back', async () => {
    const page = await open('search/?q=django');
    const facet = page.locator('.facet-tags li', { hasText: 'careers' });
    await facet.locator('a').click();
    await page.waitForURL('**/?q=django&tag=careers');
    const chosen = page.locator('.chosen a');
    await chosen.waitFor();
    expect(await chosen.getAttribute('aria-label')).toBe('Remove the filter [careers]');
    await hits(page).first().waitFor();
    expect(await facet.locator('span').textContent()).toBe(String(await hits(page).count()));
    await page.goBack();
    await chosen.waitFor({ state: 'detached' });
    expect(parameters(page)).toBe('?q=django');
    expect(await page.locator('#_q').inputValue()).toBe('django');
  });

  it('goes back through the searches that were settled, and not through what was typed on the way', async () => {
    const page = await open('questions/');
    await page.goto(`${siteUrl}search/`);
    const box = page.locator('#_q');
    const rest = async (query: string) => {
      await page.waitForURL(`**/search/${query}`);
      await page.locator('search-page:not([aria-busy])').waitFor();
    };
    await box.pressSequentially('tabs', { delay: 300 });
    await rest('?q=tabs');
    await box.press('Enter');
    // After Enter.
    await box.fill('gol');
    await rest('?q=gol');
    await box.fill('golang');
    await rest('?q=golang');
    // After a hit that was opened beside.
    await answerLink(page, 'consider-golang').click({ modifiers: ['ControlOrMeta'] });
    await box.fill('djan');
    await rest('?q=djan');
    await box.fill('django');
    await rest('?q=django');
    // After a facet.
    await page.locator('.facet-tags li', { hasText: 'careers' }).locator('a').click();
    await rest('?q=django&tag=careers');
    await box.fill('waiting');
    await rest('?q=waiting&tag=careers');
    const back = [];
    for (const query of ['?q=django&tag=careers', '?q=django', '?q=golang', '?q=tabs']) {
      await page.goBack();
      await rest(query);
      back.push(await box.inputValue());
    }
    expect(back).toEqual(['django', 'django', 'golang', 'tabs']);
    // After having gone back.
    await box.fill('coroutine');
    await rest('?q=coroutine');
    await page.goBack();
    await rest('?q=tabs');
    await page.goBack();
    await page.waitForURL('**/questions/');
  });

  it('goes from the box through the hits by arrows, back by Escape, and opens one by Enter', async () => {
    const page = await open('search/?q=golang');
    await hits(page).first().waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);
    await page.locator('#_q').focus();
    const stops = [await focused()];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      stops.push(await focused());
    }
    const thread = '/archive/questions/is-django-good-to-learn-now/';
    expect(stops).toEqual(['_q', thread, `${thread}#consider-golang`, thread, '_q', '_q']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect([await focused(), await page.locator('#_q').inputValue()]).toEqual(['_q', 'golang']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${thread}#consider-golang`);
  });

  it('is where it was, with all its hits, when one goes back to it', async () => {
    const page = await open('search/?q=is%3Aquestion&sort=votes');
    await hits(page).nth(2).waitFor();
    await page.locator('.facet').first().waitFor();
    // What nobody sees yet is not loaded.
    expect(await hits(page).count()).toBeLessThan(10);
    await hits(page).last().scrollIntoViewIfNeeded();
    const more = page.getByRole('button', { name: 'Show more' });
    await more.click();
    await hits(page).nth(12).waitFor();
    await more.waitFor({ state: 'detached' });
    const count = await hits(page).count();
    const hit = hits(page).nth(12).locator('a');
    await hit.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(500);
    await hit.click();
    await page.waitForURL('**/questions/**');
    await page.goBack();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, top);
    await hits(page).first().waitFor();
    expect(await hits(page).count()).toBe(count);
    // A search within the page is gone back to in the same way.
    const year = page.locator('.facet', { hasText: 'Year' }).locator('a').first();
    await year.dispatchEvent('click');
    await page.locator('.chosen a').waitFor();
    await hits(page).first().waitFor();
    await page.goBack();
    await page.locator('.chosen a').waitFor({ state: 'detached' });
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, top);
    // Who goes on to it by a link begins at its top.
    await page.goto(`${siteUrl}search/?q=is%3Aquestion`);
    await hits(page).nth(2).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it.each([
    ['looks for something in the page', (page: Page) => page.keyboard.press('Control+f')],
    [
      'looks for something by a key of another alphabet',
      (page: Page) =>
        page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'а', code: 'KeyF', ctrlKey: true }))),
    ],
    ['prints the page by a key', (page: Page) => page.keyboard.press('Meta+p')],
    ['prints the page', (page: Page) => page.evaluate(() => dispatchEvent(new Event('beforeprint')))],
  ])('loads the hits that nobody sees yet when one %s', async (_, act) => {
    const page = await open('search/?q=is%3Aquestion');
    await page.locator('[data-part="facets"] .facet').first().waitFor();
    expect(await hits(page).count()).toBeLessThan(10);
    await act(page);
    await hits(page).nth(9).waitFor();
    expect(await hits(page).count()).toBe(10);
  });

  it.each([
    ['what was found', '?q=is%3Aquestion', 10, []],
    [
      'what was found of words that were mended, and within a filter',
      '?q=golnag+django&answered=yes',
      1,
      ['golang django', 'Answered'],
    ],
    ['that nothing was found', '?q=zzzqqqzzz&tag=python', 0, ['[python]']],
    ['that the index is missing', '?q=golang', 0, []],
    ['what can be searched for', '', 0, ['What search understands']],
  ])('prints %s, and nothing that is of no use on paper', async (what, query, most, used) => {
    const isMissing = what.includes('missing');
    const page = await open(`search/${query}`, {
      viewport: tall,
      quiet: !isMissing,
      prepare: (page) => isMissing && page.route('**/*.pf_meta', (route) => route.fulfill({ status: 404 })),
    });
    await page.locator('.search-key').waitFor();
    if (query !== '') await page.locator('[data-part="status"]', { hasText: /“|not there/ }).waitFor();
    await page.locator('search-page:not([aria-busy])').waitFor();
    await page.emulateMedia({ media: 'print' });
    const controls = page.locator('search-page :is(a, button, input, summary):visible');
    const printed = await controls.evaluateAll((nodes) =>
      nodes.filter((node) => !node.closest('.hit')).map((node) => node.textContent),
    );
    expect(printed).toEqual(used);
    expect(await page.locator('.hit:visible').count()).toBe(most);
  });

  it.each([420, 540])('loads the hits in sight of %i pixels, and others when one comes near', async (height) => {
    const page = await open('search/?answered=yes', { viewport: { width: 1280, height } });
    await page.locator('.facet ul').first().waitFor();
    // What comes too soon comes at once.
    await page.waitForTimeout(300);
    const before = await hits(page).count();
    expect(before).toBeLessThan(6);
    await hits(page).last().scrollIntoViewIfNeeded();
    await hits(page).nth(before).waitFor();
    for (let all = 0; all < 10; all = await hits(page).count()) {
      await page.keyboard.press('End');
      await page.waitForTimeout(100);
    }
    await page.getByRole('button', { name: 'Show more' }).waitFor();
  });

  it('stays at the filters for which one skips the hits that are not loaded yet', async () => {
    const page = await open('search/?answered=yes', { viewport: { width: 390, height: 700 } });
    await page.locator('.facet ul').first().waitFor({ state: 'attached' });
    const before = await hits(page).count();
    expect(before).toBeLessThan(10);
    await page.locator('a.to-facets').click();
    await page.waitForTimeout(400);
    expect(await hits(page).count()).toBe(before);
    const { y = -1 } = (await page.locator('#_facets').boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(200);
  });

  it('says why no more hits come, and goes on when they can', async () => {
    const page = await open('search/?answered=yes', { viewport: tall, quiet: true });
    const button = page.getByRole('button', { name: 'Show more' });
    await button.waitFor();
    await page.route('**/*.pf_fragment', (route) => route.abort('connectionreset'));
    await button.click();
    await page.locator('.search-more [role=status]', { hasText: 'The server cannot be reached' }).waitFor();
    await page.unroute('**/*.pf_fragment');
    await button.click();
    await hits(page).nth(10).waitFor();
    expect(await page.locator('.search-more [role=status]').count()).toBe(0);
  });

  it('keeps what is found while an operator is begun that asks for nothing yet', async () => {
    const page = await open('search/?q=waiting');
    await hits(page).first().waitFor();
    const box = page.locator('search-page input[type=search]');
    await box.fill('is:');
    await page.waitForTimeout(100);
    expect(await hits(page).count()).toBeGreaterThan(0);
    await box.pressSequentially('answered', { delay: 30 });
    await page.locator('[data-part="status"]', { hasText: 'is:answered' }).waitFor();
    await box.fill('is:');
    await page.locator('[data-part="browse"]').waitFor();
  });

  it('counts the authors when they are asked for', async () => {
    const page = await open('search/?q=waiting');
    const authors = page.locator('.facet', { hasText: 'Authors' });
    await authors.getByRole('button').click();
    await authors.locator('a', { hasText: 'ilya' }).click();
    await page.waitForURL('**/?q=waiting&author=ilya');
  });

  it('answers a search by filters alone, sorted', async () => {
    const page = await open('search/?answered=yes&year=2018&sort=votes');
    await hits(page).first().waitFor();
    expect(await page.locator('.chosen a').allTextContents()).toEqual(['Answered', '2018']);
    expect(await page.locator('.choice [aria-current]').textContent()).toBe('Votes');
    expect(await page.locator('.hit .row-figures b').first().textContent()).toBe('58');
  });

  it('finds each language by its own endings', async () => {
    const page = await open('search/?q=%D0%B7%D0%B0%D0%BF%D1%80%D0%BE%D1%81%D0%B0%D0%BC%D0%B8');
    await hits(page).first().waitFor();
    expect(await hits(page).allTextContents()).toEqual(['Как ускорить запрос с несколькими соединениями?']);
    expect(await hits(page).first().getAttribute('lang')).toBe('ru');
    await page.goto(`${siteUrl}search/?q=%D8%A7%D9%84%D9%85%D9%84%D9%81&lang=ar`);
    await hits(page).first().waitFor();
    expect(await hits(page).first().getAttribute('dir')).toBe('rtl');
  });

  it('sorts several languages into one list', async () => {
    const page = await open('search/?answered=yes&sort=votes', { viewport: tall });
    await hits(page).nth(9).waitFor();
    const votes = (await page.locator('.hit .row-figures b').allTextContents()).map((text) =>
      Number(text.replace('−', '-')),
    );
    expect(votes.length).toBe(10);
    expect(votes).toEqual(votes.toSorted((a, b) => b - a));
    const languages = await hits(page).evaluateAll((nodes) =>
      [...new Set(nodes.map((node) => (node as HTMLElement).lang))].sort(),
    );
    expect(languages).toContain('ru');
  });

  it('puts nothing of the query or of a thread into the page as HTML', async () => {
    const query = '<img src=x onerror="document.title=1"> script';
    const page = await open(`search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(() =>
      document.querySelector('search-page [data-part="status"]')?.textContent.includes('“'),
    );
    expect(await status(page).textContent()).toContain(`“${query}”`);
    await page.goto(`${siteUrl}search/?q=underlined`);
    await hits(page).first().waitFor();
    expect(await hits(page).first().textContent()).toBe(
      "</title><script>document.title='owned'</script> & <b>bold</b>",
    );
    expect(await page.locator('.hit .facts').last().textContent()).toContain(
      "<img src=x onerror=document.title='owned'>",
    );
    expect(await page.title()).toBe('Search · Fixture Answers');
    expect(await page.locator('search-page img').count()).toBe(0);
  });

  it('leads on when nothing is found', async () => {
    const page = await open('search/?q=zzzqqqzzz&tag=python');
    const message = page.locator('[data-part="message"]');
    await message.waitFor();
    expect(await message.locator('.call').getAttribute('href')).toContain(
      'https://github.com/example/answers/new/main',
    );
    await message.getByText('Search without filters').click();
    await page.waitForURL('**/?q=zzzqqqzzz');
  });

  it.each([
    ['word', `?q=${'z'.repeat(120)}`],
    ['filter', `?q=golang&tag=${'z'.repeat(300)}&author=${'y'.repeat(300)}`],
  ])('breaks a long %s where a narrow window ends', async (_, query) => {
    const page = await open(`search/${query}`, { viewport: { width: 390, height: 800 } });
    await page.locator('.empty-title').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('mends a word that the archive does not have, and says so', async () => {
    const page = await open('search/?q=golnag+django');
    await hits(page).first().waitFor();
    expect(await hits(page).first().textContent()).toBe('Django backend is good shoes to learn now?');
    expect(await status(page).textContent()).toContain('for “golang django”');
    expect(await page.locator('.did-you-mean').textContent()).toBe('Showing results for golang django');
    await page.locator('.did-you-mean a').click();
    await page.waitForURL('**/?q=golang+django');
    await page.locator('.did-you-mean').waitFor({ state: 'detached' });
  });

  it.each(['golnag+django&sort=votes', 'golnag+is:answer', 'golnag+-cobol'])('mends it in %s too', async (query) => {
    const page = await open(`search/?q=${query}`);
    await hits(page).first().waitFor();
    expect(await hits(page).allTextContents()).toEqual(['Django backend is good shoes to learn now?']);
    expect(await page.locator('.did-you-mean').textContent()).toContain('Showing results for golang');
  });

  it('finds by some of the words in any order, and says which have only some', async () => {
    const some = async (query: string) => {
      const page = await open(`search/?q=${query}`);
      await hits(page).first().waitFor();
      return [await status(page).textContent(), await hits(page).count()];
    };
    expect(await some('golang+migrations')).toEqual([
      'Nothing has all of “golang migrations”. With some of it: 3 threads',
      3,
    ]);
    expect(await some('golang+migrations&sort=newest')).toEqual(await some('golang+migrations'));
    expect(await some('django+migrations+twice')).toEqual([
      '1 thread for “django migrations twice”, and 1 with some of it',
      2,
    ]);
    expect(await some('django+migrations+twice&sort=newest')).toEqual(['1 thread for “django migrations twice”', 1]);
  });

  it('loads the words of the archive only for a word that it does not have', async () => {
    const asked: string[] = [];
    const page = await open('search/?q=golang+django', {
      prepare: (page) => page.on('request', (request) => asked.push(request.url())),
    });
    await hits(page).first().waitFor();
    expect(asked.filter((url) => url.includes('vocabulary'))).toEqual([]);
    await page.locator('#_q').fill('djngao');
    await page.locator('.did-you-mean', { hasText: 'django' }).waitFor();
    expect(asked.filter((url) => url.includes('vocabulary'))).toHaveLength(1);
  });

  it('offers the words of a phrase that nobody wrote', async () => {
    const page = await open(`search/?q=${encodeURIComponent('"golang django"')}`);
    await page.locator('[data-part="message"] .did-you-mean a').click();
    await hits(page).first().waitFor();
    expect(parameters(page)).toBe('?q=golang+django');
  });

  it('searches the beginning of a very long query, and says so', async () => {
    const page = await open(`search/?q=${'golang '.repeat(700)}`);
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toContain('only its first 300 characters are searched.');
  });

  it('has in its address no more of a long query than is searched, and says so while the box has more', async () => {
    const page = await open('search/');
    const typed = 'golang 锁 '.repeat(500);
    await page.locator('#_q').fill(typed);
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toContain('only its first 300 characters are searched.');
    await page.locator('#_q').press('Enter');
    await page.waitForURL('**/?q=golang*');
    const query = new URL(page.url()).searchParams.get('q');
    expect(query).toBe('golang 锁 '.repeat(33).trim());
    expect(page.url().length).toBeLessThan(3000);
    expect(await page.locator('#_q').inputValue()).toBe(typed.slice(0, 800));
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toContain('only its first 300 characters are searched.');
    await page.reload();
    await hits(page).first().waitFor();
    expect(await page.locator('#_q').inputValue()).toBe(query);
    expect(await status(page).textContent()).not.toContain('characters');
  });

  it('takes from the box of another page no more than an address may have, and says that it was cut', async () => {
    const page = await open('');
    await page.locator('main input[name="q"]').focus();
    await page.keyboard.insertText('golang 锁 '.repeat(500));
    await page.keyboard.press('Enter');
    await hits(page).first().waitFor();
    expect(page.url().length).toBeLessThan(8000);
    expect(await status(page).textContent()).toContain('only its first 300 characters are searched.');
  });

  it.each([
    [
      'the index is missing',
      'The search index is not there',
      (page: Page) => page.route('**/pagefind-entry.json*', (route) => route.fulfill({ status: 404 })),
    ],
    [
      'a file of the index is missing',
      'The search index is not there',
      (page: Page) => page.route('**/*.pf_meta', (route) => route.fulfill({ status: 404 })),
    ],
    [
      'the server is too busy for the index',
      'The server has trouble',
      (page: Page) => page.route('**/pagefind-entry.json*', (route) => route.fulfill({ status: 429 })),
    ],
    [
      'the server ends the connection',
      'The server cannot be reached',
      (page: Page) => page.route('**/*.pf_meta', (route) => route.abort('connectionreset')),
    ],
    [
      'there is nothing to unpack it with',
      'This browser does not run the search',
      (page: Page) => page.addInitScript('delete globalThis.DecompressionStream'),
    ],
  ])('says so and leads on when %s', async (_, title, prepare) => {
    const page = await open('search/?q=golang', { prepare, quiet: false });
    await page.locator('[data-part="message"]').waitFor();
    expect(await page.locator('.empty-title').textContent()).toBe(title);
    expect(await page.locator('[data-part="ways"] a').first().getAttribute('href')).toBe('/archive/questions/');
  });

  it('needs no WebAssembly', async () => {
    const page = await open('search/?q=golang', {
      prepare: (page) => page.addInitScript('delete globalThis.WebAssembly'),
    });
    await answerLink(page, 'consider-golang').waitFor();
  });

  it.each([
    ['before the page has its words', '**/archive/assets/en.*.js'],
    ['before the page has its index', '**/pagefind/pagefind-entry.json*'],
    ['when the page has all but what is searched for', '**/*.pf_index'],
  ])('says that the network is gone %s, and searches by itself when it is back', async (_, notLoaded) => {
    // Workers that run already are not taken off the network by the browser's switch, so what is missing is said here.
    let isOffline = true;
    const page = await open('search/', {
      quiet: false,
      prepare: (page) =>
        page.route(notLoaded, (route) => (isOffline ? route.abort('internetdisconnected') : route.continue())),
    });
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.locator('#_q').fill('golang');
    await page.locator('.empty-title', { hasText: 'You are offline' }).waitFor();
    isOffline = false;
    await page.context().setOffline(false);
    await answerLink(page, 'consider-golang').waitFor();
    expect(await page.locator('.empty-title').isVisible()).toBe(false);
  });

  it('shows what the part with most votes has before the others have answered', async () => {
    const page = await open('search/?q=waiting', {
      prepare: async (page) => {
        const entry = (await (await fetch(`${siteUrl}pagefind/pagefind-entry.json`)).json()) as {
          languages: Record<string, { hash: string }>;
        };
        expect(Object.keys(entry.languages)).toContain('en-0001');
        await page.route(`**/*${entry.languages['en-0001']?.hash ?? ''}.pf_meta`, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 1500));
          await route.continue();
        });
      },
    });
    await page.locator('search-page[aria-busy] .hit h2').waitFor();
    expect(await page.locator('[data-part="facets"]').isVisible()).toBe(false);
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toContain('for “waiting”');
  });

  it('says so when a piece of the index does not come, rather than finding less than there is', async () => {
    let gone = true;
    const page = await open('search/?q=golang', {
      prepare: (page) =>
        page.route('**/*.pf_index', (route) => (gone ? route.fulfill({ status: 500 }) : route.continue())),
      quiet: false,
    });
    await page.locator('.empty-title', { hasText: 'The server has trouble' }).waitFor();
    gone = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await answerLink(page, 'consider-golang').waitFor();
  });

  it.each([
    ['the index', '**/*.pf_fragment'],
    ['the facts', '**/*.facts'],
  ])('takes away what was found before while a file of %s does not come', async (_, notAnswered) => {
    const page = await open('search/?q=tabs');
    const facets = page.locator('[data-part="facets"] .facet');
    await hits(page).first().waitFor();
    await facets.first().waitFor();
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(notAnswered, async (route) => {
      await isAnswered;
      await route.continue();
    });
    await page.locator('#_q').fill('golang votes:-99..');
    await page.locator('.hit').first().waitFor({ state: 'detached' });
    expect(await status(page).textContent()).toBe('Searching…');
    expect(
      await page
        .locator('search-page [data-part]:visible')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-part'))),
    ).toEqual(['status', 'help']);
    answer();
    await answerLink(page, 'consider-golang').waitFor();
    await facets.first().waitFor();
  });

  it('stops to wait for a file that does not come, says so, and asks for it anew', async () => {
    let isSilent = true;
    const page = await open('search/?q=golang', {
      quiet: false,
      prepare: async (page) => {
        await page.clock.install();
        await page.route('**/pagefind-entry.json*', (route) => (isSilent ? undefined : route.continue()));
      },
    });
    await page.locator('[data-part="status"]', { hasText: 'Searching…' }).waitFor();
    await page.clock.fastForward(31_000);
    await page.locator('.empty-title', { hasText: 'The search index does not come' }).waitFor();
    isSilent = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await answerLink(page, 'consider-golang').waitFor();
    expect(await page.locator('.empty-title').isVisible()).toBe(false);
  });

  it.each([
    ['the worker of the index', '**/assets/index-worker*'],
    ['the words of the page', '**/assets/en.*.js'],
  ])('stops to wait for %s in the same way', async (_, silent) => {
    let isSilent = true;
    let ask = () => {};
    const isAsked = new Promise<void>((resolve) => (ask = resolve));
    const page = await open('search/?q=golang', {
      quiet: false,
      prepare: async (page) => {
        await page.clock.install();
        await page.context().route(silent, (route) => {
          ask();
          return isSilent ? undefined : route.continue();
        });
      },
    });
    await isAsked;
    await page.clock.fastForward(31_000);
    await page.locator('.empty-title', { hasText: 'The search index does not come' }).waitFor();
    isSilent = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await answerLink(page, 'consider-golang').waitFor();
    expect(await page.locator('.empty-title').isVisible()).toBe(false);
  });

  it('goes on by itself when a new version was published, and the files of the old one are gone', async () => {
    const page = await open('search/?q=tabs', { quiet: false });
    await hits(page).first().waitFor();
    let isOld = true;
    await page.route('**/pagefind-entry.json*', (route) => {
      isOld = false;
      return route.continue();
    });
    await page.route('**/*.pf_fragment', (route) => (isOld ? route.fulfill({ status: 404 }) : route.continue()));
    await page.locator('#_q').fill('golang');
    await answerLink(page, 'consider-golang').waitFor();
    expect(isOld).toBe(false);
  });

  it('says where to go without JavaScript', async () => {
    const page = await open('search/?q=golang', { javaScriptEnabled: false });
    const needed = await page.locator('noscript p', { hasText: 'needs JavaScript' }).boundingBox();
    expect(needed && needed.y + needed.height < 400).toBe(true);
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
    const links = await page
      .locator('noscript a')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')));
    expect(links).toContain('/archive/tags/');
    expect(links.at(-1)).toBe('https://duckduckgo.com/?q=site%3Aanswers.example.org%2Farchive%2F');
  });
});

describe('the search dialog', () => {
  const dialog = (page: Page) => page.locator('dialog[open]');

  it('opens by a key, goes through the hits by arrows, and opens one by Enter', async () => {
    const page = await open('questions/');
    await page.keyboard.press('/');
    await dialog(page).waitFor();
    await page.keyboard.type('golang');
    await page.locator('[role="option"]').first().waitFor();
    const input = page.getByRole('combobox');
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).toBe('_hit-1');
    expect(await page.locator('#_hit-1').getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/questions/is-django-good-to-learn-now/#consider-golang');
  });

  it('loses nothing that is typed right after the key', async () => {
    const page = await open('questions/', {
      prepare: (page) =>
        page.route('**/assets/search-dialog*', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          await route.continue();
        }),
    });
    await page.keyboard.type('/go/lang');
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('dialog input').inputValue()).toBe('go/lang');
  });

  it('gives way to the search page when it does not come', async () => {
    let ask = () => {};
    const isAsked = new Promise<void>((resolve) => (ask = resolve));
    const page = await open('questions/', {
      prepare: async (page) => {
        await page.clock.install();
        await page.route('**/assets/search-dialog*', () => {
          ask();
        });
      },
    });
    await page.keyboard.press('/');
    await isAsked;
    await page.clock.fastForward(31_000);
    await page.waitForURL('**/search/');
  });

  it('hands over to the search page what was typed while it did not come', async () => {
    const page = await open('questions/', {
      quiet: false,
      prepare: (page) =>
        page.route('**/assets/search-dialog*', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          await route.abort();
        }),
    });
    await page.keyboard.type('/[c#] & golang');
    await page.waitForURL('**/search/?q=*');
    expect(new URL(page.url()).searchParams.get('q')).toBe('[c#] & golang');
    expect(await page.locator('#_q').inputValue()).toBe('[c#] & golang');
  });

  it('leads to all results by Enter when no hit is chosen', async () => {
    const page = await open('');
    await page.keyboard.press('/');
    await dialog(page).waitFor();
    await page.keyboard.type('golang');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=golang');
  });

  it('closes by Escape, and gives the focus back', async () => {
    const page = await open('questions/');
    const button = page.getByRole('button', { name: /Search \d+ threads/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('leaves the key to whoever types', async () => {
    const page = await open('404.html');
    await page.locator('main input[name="q"]').focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('main input[name="q"]').inputValue()).toBe('a/b');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('says when only a part of a long query is searched', async () => {
    const page = await open('questions/');
    await page.keyboard.press('/');
    await dialog(page).locator('input').fill('golang '.repeat(700));
    await page.locator('[role="option"]').first().waitFor();
    const said = 'only its first 300 characters are searched.';
    expect(await dialog(page).locator('.finder-status').textContent()).toContain(said);
    await dialog(page).getByRole('status').filter({ hasText: said }).waitFor();
  });

  it('closes when it leads to a place on the same page', async () => {
    const page = await open('questions/is-django-good-to-learn-now/');
    await page.keyboard.press('/');
    await dialog(page).waitFor();
    await page.keyboard.type('golang');
    await page.locator('[role="option"][href$="#consider-golang"]').click();
    await page.waitForURL('**/#consider-golang');
    await dialog(page).waitFor({ state: 'detached' });
  });
});

describe('what search costs', () => {
  /** Bytes of the bodies of responses, by address. */
  const weigh = (page: Page) => {
    const sizes = new Map<string, number>();
    page.on('response', (response) => {
      void response.body().then(
        (body) => sizes.set(response.url(), body.length),
        () => undefined,
      );
    });
    return sizes;
  };

  it('is at most 3 KB of script, compressed, on a page that is only read', async () => {
    let sizes = new Map<string, number>();
    const page = await open('questions/is-django-good-to-learn-now/', {
      prepare: (page) => {
        sizes = weigh(page);
      },
    });
    await page.waitForLoadState('networkidle');
    expect([...sizes.keys()].filter((url) => /pagefind|search-|i18n/.test(url))).toEqual([]);
    const scripts = await page.evaluate(async () => {
      const urls = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js') && !name.includes('AnswerSort'));
      const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
      const body = new Blob(texts).stream().pipeThrough(new CompressionStream('gzip'));
      return (await new Response(body).arrayBuffer()).byteLength;
    });
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThan(3 * 1024);
  });
});
