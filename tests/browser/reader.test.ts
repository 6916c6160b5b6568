import { describe, expect, it } from 'vitest';
import { objections } from './_axe.ts';
import { siteUrl, startBrowser } from './_open.ts';

const open = startBrowser();
const seed = 'questions/is-django-good-to-learn-now/';
const everyKind = [
  '',
  'questions/',
  'questions/parallel-migrations/',
  'questions/many-answers/',
  'questions/rtl-question/',
  'questions/nobody-knows/',
  'questions/tabs-or-spaces/',
  'tags/',
  'tags/c_sharp/',
  'authors/',
  'authors/marta/',
  'about/',
  'search/',
  'ask/',
  '404.html',
];

it('sees nothing of a formula outside the post or comment that has it', async () => {
  const page = await open(seed);
  const painted = await page.evaluate(() =>
    ['article:nth-of-type(2) .prose', '.notes li > div'].map((selector) => {
      const post = document.querySelector(selector);
      if (!post) return selector;
      post.innerHTML =
        '<math><mpadded voffset="14em" height="0" depth="0"><mspace width="9em" height="4em" mathbackground="#f00"/></mpadded></math>';
      const box = post.querySelector('mspace');
      post.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = (box ?? post).getBoundingClientRect();
      const isOutside = y + height < post.getBoundingClientRect().y;
      return isOutside && document.elementFromPoint(x + width / 2, y + height / 2) !== box;
    }),
  );
  expect(painted).toEqual([true, true]);
});

describe('a reader without JavaScript', () => {
  const options = { javaScriptEnabled: false };

  it('reads the seed thread: the question, six answers and the comments', async () => {
    const page = await open(seed, options);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Django backend is good shoes to learn now?',
    );
    expect(await page.getByRole('article').count()).toBe(7);
    expect(await page.getByText('thank you bro I appreciate this').count()).toBe(2);
    expect(await page.getByText('you might want to look toward Golang instead').isVisible()).toBe(true);
  });

  it('goes from a listing to a thread to a tag to an author', async () => {
    const page = await open('questions/', options);
    await page
      .getByRole('link', { name: /^Why do my migrations run twice/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'python', exact: true }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Python');
    await page.goBack();
    await page.getByRole('link', { name: 'Marta Kowalska' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/archive/authors/marta/');
  });
});

describe('a reader with the keyboard alone', () => {
  it('skips to the text, and sees where the focus is', async () => {
    const page = await open(seed);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused
        ? { text: focused.textContent.trim(), visible: focused.getBoundingClientRect().top >= 0 }
        : undefined;
    });
    expect(outline).toEqual({ text: 'Skip to the text', visible: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('reaches every link and button of a thread, and none is a trap', async () => {
    const page = await open('questions/parallel-migrations/');
    const wanted = await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href], button, [tabindex="0"]')].filter((element) => element.checkVisibility())
          .length,
    );
    const reached = new Set<number>();
    for (let step = 0; step <= wanted + 2; step++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body)),
      );
    }
    expect(reached.size).toBeGreaterThanOrEqual(wanted);
  });
});

describe('every kind of page', () => {
  it.each(everyKind)('/%s breaks no page policy, asks nobody else for anything, and logs no error', async (path) => {
    const strangers: string[] = [];
    // The page of what is not found is asked for by name here, so that its status is no error.
    const page = await open(path, {
      prepare: (page) =>
        page.on('request', (request) => {
          if (!request.url().startsWith(siteUrl) && !request.url().startsWith('data:')) strangers.push(request.url());
        }),
    });
    await page.waitForLoadState('networkidle');
    expect(strangers).toEqual([]);
    expect(await page.title()).not.toBe('owned');
  });

  it.each(everyKind)('/%s does not scroll sideways on a small phone', async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it.each(everyKind)('/%s has nothing that axe objects to, in light and dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(path, { colorScheme });
      expect(await objections(page)).toEqual([]);
    }
  });
});

describe('hostile text', () => {
  it('runs nowhere', async () => {
    const page = await open('questions/hostile-text/', { quiet: false });
    await page.waitForTimeout(300);
    expect(await page.title()).toContain('</title><script>');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('<b>bold</b>');
  });
});
