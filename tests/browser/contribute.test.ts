import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startBrowser } from './_open.ts';

const open = startBrowser();
const thread = 'questions/is-django-good-to-learn-now/';

/** Reads the button that leads to a new file in the forge's editor. */
async function editorOf(page: Page, name: string) {
  const href = await page.getByRole('link', { name, exact: true }).last().getAttribute('href');
  const { searchParams } = new URL(href ?? '');
  return { file: searchParams.get('filename') ?? '', text: searchParams.get('value') ?? '' };
}

describe('the button of a thread', () => {
  it('has the day of the reader and a name that no other page load has', async () => {
    const page = await open(thread, {
      prepare: (page) => page.clock.install({ time: new Date('2031-05-06T12:00:00') }),
    });
    const names = new Set<string>();
    for (let n = 0; n < 3; n++) {
      if (n > 0) await page.reload();
      await page.waitForLoadState('networkidle');
      const { file, text } = await editorOf(page, 'Answer this question');
      expect(file).toMatch(/^content\/threads\/is-django-good-to-learn-now\/answers\/2031-05-06-[0-9a-z]{6}\.md$/);
      expect(text).toMatch(/^---\nauthor: # .*\ndate: 2031-05-06\n---\n\n<!-- guide:\n/);
      names.add(file);
    }
    expect(names.size).toBe(3);
  });

  it('has the day of the build and a placeholder without JavaScript', async () => {
    const page = await open(thread, { javaScriptEnabled: false });
    const { file, text } = await editorOf(page, 'Answer this question');
    expect(file).toBe('content/threads/is-django-good-to-learn-now/answers/name-your-answer.md');
    expect(text).toMatch(/\ndate: \d{4}-\d\d-\d\d\n/);
  });
});

describe('a search that finds nothing', () => {
  it('asks for its words', async () => {
    const page = await open(`search/?q=${encodeURIComponent('zzzqqqzzz "why so slow" [python]')}`);
    await page.getByRole('link', { name: 'Ask this' }).waitFor();
    const { file, text } = await editorOf(page, 'Ask this');
    expect(file).toMatch(/^content\/threads\/zzzqqqzzz-why-so-slow-[0-9a-z]{6}\/question\.md$/);
    expect(text).toContain(`---\ntitle: "zzzqqqzzz why so slow"\nauthor: # `);
  });
});

describe('the page to ask', () => {
  it('shows the draft with the title of its address, opens the editor with it, and downloads it', async () => {
    const page = await open(`ask/?title=${encodeURIComponent('Why "slow": <b>?')}`);
    await page.waitForLoadState('networkidle');
    const shown = await page.locator('.draft pre').textContent();
    expect(shown).toContain('title: "Why \\"slow\\": <b>?"\n');
    expect(await page.locator('.draft b').count()).toBe(0);
    expect(await page.locator('.draft-path').innerText()).toMatch(
      /^content\/threads\/why-slow-b-[0-9a-z]{6}\/question\.md$/,
    );
    expect((await editorOf(page, 'Open the editor of GitHub')).text).toBe(shown);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.draft a[download]')]);
    expect(download.suggestedFilename()).toBe('question.md');
    expect(readFileSync(await download.path(), 'utf8')).toBe(shown);
  });

  it('downloads the draft without JavaScript', async () => {
    const page = await open('ask/', { javaScriptEnabled: false });
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.draft a[download]')]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(await page.locator('.draft pre').textContent());
  });
});
