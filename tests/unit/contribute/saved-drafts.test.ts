import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/contribute/drafts.ts';
import { createContributeLinks } from '../../../src/contribute/links.ts';
import { askAddress } from '../../../src/core/contribute/ask-address.ts';
import { answerName, threadName } from '../../../src/core/contribute/draft-name.ts';
import { fillDraft } from '../../../src/core/contribute/fill-draft.ts';
import { threadSlug } from '../../../src/core/ids.ts';
import type { Repository } from '../../../src/core/schema/config.ts';
import { languages, words } from '../../../src/i18n/words.ts';
import { contentFolder, question } from '../archive/content-folder.ts';
import { check } from '../archive/rules/check.ts';

const forges: Record<string, Repository | undefined> = {
  github: { forge: 'github', url: 'https://github.com/ada/answers', branch: 'main', content: 'content' },
  gitlab: { forge: 'gitlab', url: 'https://gitlab.com/ada/answers', branch: 'main', content: 'content' },
  forgejo: { forge: 'forgejo', url: 'https://codeberg.org/ada/answers', branch: 'main', content: 'content' },
  bitbucket: { forge: 'bitbucket', url: 'https://bitbucket.org/ada/answers', branch: 'main', content: 'content' },
  none: undefined,
};
const browser = { builtOn: '2026-01-31', today: '2026-02-03', random: 'x7k2p9' };
const slug = threadSlug.parse('why-twice');

function linksFor(repository: Repository | undefined, language = 'en') {
  return createContributeLinks({
    repository,
    mail: 'curators@example.org',
    guide: undefined,
    askPage: '/ask/',
    today: browser.builtOn,
    words: words(language),
  });
}

type File = { path: string; text: string };

/** What a person has in the editor, or on their disk, having followed what the page offers. */
function opened(draft: Draft, href = draft.editor?.href, fill = (text: string) => text): File {
  const address = new URL(href ?? draft.download.href);
  if (draft.editor?.isFilled)
    return { path: address.searchParams.get('filename') ?? '', text: address.searchParams.get('value') ?? '' };
  const copied = { path: fill(draft.path), text: fill(draft.text) };
  if (address.protocol === 'data:') {
    expect(decodeURIComponent(address.href.replace(/^data:[^,]*,/, ''))).toBe(draft.text);
    return copied;
  }
  // GitLab has the whole name in its address, and Bitbucket the folder; the text is copied from the page.
  const given = address.searchParams.get('file_name') ?? /\/create-file\/main\/(.*)$/.exec(address.pathname)?.[1] ?? '';
  expect(copied.path.startsWith(given)).toBe(true);
  return copied;
}

async function saved(files: readonly File[]) {
  using folder = contentFolder({ 'threads/why-twice/question.md': question() });
  for (const { path, text } of files) {
    const file = join(folder.content, '..', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return (await check(folder.content)).map(({ file, rule, message }) => `${file} ${rule}: ${message}`);
}

const byAuthor = ({ path, text }: File): File => ({ path, text: text.replace(/^author:.*$/m, 'author: ada') });
const withText = ({ path, text }: File): File => ({ path, text: `${text}Because of the retry.\n` });

describe.each(Object.entries(forges))('%s', (_name, repository) => {
  test('an answer passes once author and text are written, and fails before', async () => {
    const draft = linksFor(repository).answer(slug, 'Why twice?');
    const facts = { ...browser, name: answerName(browser.today, browser.random) };
    const href = draft.editor && fillDraft(draft.editor.href, facts, encodeURIComponent);
    const file = opened(draft, href, (text) => fillDraft(text, facts));
    expect(file.path).toBe('content/threads/why-twice/answers/2026-02-03-x7k2p9.md');
    expect(file.text).toContain('\ndate: 2026-02-03\n');
    expect(await saved([withText(byAuthor(file))])).toEqual([]);
    expect(await saved([file])).toEqual([`${file.path} invalid-value: author has no value`]);
    expect(await saved([byAuthor(file)])).toEqual([
      `${file.path} empty-body: the post has no text below the frontmatter`,
    ]);
  });

  test('a question passes once author and text are written, and fails before', async () => {
    const links = linksFor(repository);
    const title = 'Why is it "slow": really';
    const facts = { ...browser, title, name: threadName(title, browser.today, browser.random) };
    const isFilled = links.question.editor?.isFilled === true;
    const href = isFilled ? askAddress(links.ask, title, browser) : links.question.editor?.href;
    const file = opened(links.question, isFilled ? href : href && fillDraft(href, facts, encodeURIComponent), (text) =>
      fillDraft(text, facts),
    );
    expect(file.path).toBe('content/threads/why-is-it-slow-really-x7k2p9/question.md');
    expect(await saved([withText(byAuthor(file))])).toEqual([]);
    expect(await saved([file])).toEqual([`${file.path} invalid-value: author has no value`]);
    expect(await saved([byAuthor(file)])).toEqual([
      `${file.path} empty-body: the post has no text below the frontmatter`,
    ]);
  });

  test('without JavaScript the placeholders of name and title are named', async () => {
    const links = linksFor(repository);
    const files = [opened(links.answer(slug, 'Why twice?')), opened(links.question)].map(byAuthor).map(withText);
    expect(await saved(files)).toEqual([
      'content/threads/name-your-question placeholder-name: the folder still has the name that the draft came with, name-your-question',
      'content/threads/name-your-question/question.md invalid-value: title has no value',
      'content/threads/why-twice/answers/name-your-answer.md placeholder-name: the file still has the name that the draft came with, name-your-answer',
    ]);
  });

  test('what is improved is the file that is there', () => {
    const href = linksFor(repository).edit('threads/why-twice/question.md', {
      title: 'Why twice?',
      url: 'https://a.example/',
    });
    expect(new URL(href ?? '').pathname).toMatch(
      repository ? /\/content\/threads\/why-twice\/question\.md$/ : /^curators@example\.org$/,
    );
  });
});

test.each(Object.keys(languages))('drafts in %s pass once they are written', async (language) => {
  const { answer, question: asked } = linksFor(undefined, language);
  const files = [answer(slug, 'Why twice?'), asked].map(({ path, text }) =>
    withText(
      byAuthor({
        path: path.replace(/name-your-(?:answer|question)/, 'why'),
        text: text.replace('title:', 'title: Why?'),
      }),
    ),
  );
  expect(await saved(files)).toEqual([]);
});

test('a mail has the file in it, and passes when it is saved', async () => {
  const { mail } = linksFor(undefined).answer(slug, 'Why twice?');
  const [path = '', ...rest] = (new URL(mail?.href ?? '').searchParams.get('body') ?? '')
    .replaceAll('\r\n', '\n')
    .split('\n\n');
  const file = { path: path.replace('name-your-answer', 'why'), text: rest.join('\n\n') };
  expect(await saved([withText(byAuthor(file))])).toEqual([]);
});

test('the snippets of the editor and these drafts have the same keys', () => {
  const snippets = readFileSync(join(import.meta.dirname, '../../../.vscode/responsa.code-snippets'), 'utf8');
  for (const [, key] of linksFor(undefined).question.text.matchAll(/^(\w+):/gm))
    expect(snippets).toContain(`"${key}: `);
});
