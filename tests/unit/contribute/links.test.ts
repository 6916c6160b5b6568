import { describe, expect, it } from 'vitest';
import { createContributeLinks } from '../../../src/contribute/links.ts';
import { forgeTakes, fits } from '../../../src/core/contribute/address-length.ts';
import { tagName, threadSlug } from '../../../src/core/ids.ts';
import type { Repository } from '../../../src/core/schema/config.ts';
import { languages, words } from '../../../src/i18n/words.ts';

const slug = threadSlug.parse('why-twice');
const path = 'threads/why-twice/question.md';
const about = { title: 'Why twice?', url: 'https://answers.example.org/questions/why-twice/' };
const common = {
  mail: undefined,
  guide: '/contribute/',
  askPage: '/ask/',
  today: '2026-01-31',
  words: words('en'),
};
const linksOn = (forge: Repository['forge'], url: string, more: Partial<Repository> = {}) =>
  createContributeLinks({ ...common, repository: { forge, url, branch: 'main', content: 'content', ...more } });
/** The address without the text of the file, which has its own test. */
const place = (url = '') => url.replace(/&(value|content)=.*/, '&$1=…');

describe('createContributeLinks', () => {
  it('leads into GitHub', () => {
    const links = linksOn('github', 'https://github.com/ada/answers/');
    const { editor } = links.answer(slug, 'Why twice?');
    expect([editor?.forge, editor?.isFilled, place(editor?.href), place(links.ask)]).toEqual([
      'GitHub',
      true,
      'https://github.com/ada/answers/new/main?filename=content%2Fthreads%2Fwhy-twice%2Fanswers%2Fname-your-answer.md&value=…',
      'https://github.com/ada/answers/new/main?filename=content%2Fthreads%2Fname-your-question%2Fquestion.md&value=…',
    ]);
    expect([links.edit(path, about), links.history('threads/why-twice')]).toEqual([
      'https://github.com/ada/answers/edit/main/content/threads/why-twice/question.md',
      'https://github.com/ada/answers/commits/main/content/threads/why-twice',
    ]);
  });

  it('leads into GitLab, whose editor may leave the text out, so that the page to ask shows it', () => {
    const links = linksOn('gitlab', 'https://gitlab.com/group/sub/answers');
    const { editor } = links.answer(slug, 'Why twice?');
    expect([editor?.forge, editor?.isFilled, place(editor?.href), links.ask]).toEqual([
      'GitLab',
      false,
      'https://gitlab.com/group/sub/answers/-/new/main?file_name=content%2Fthreads%2Fwhy-twice%2Fanswers%2Fname-your-answer.md&content=…',
      '/ask/',
    ]);
    expect([links.edit(path, about), links.history(path)]).toEqual([
      'https://gitlab.com/group/sub/answers/-/edit/main/content/threads/why-twice/question.md',
      'https://gitlab.com/group/sub/answers/-/commits/main/content/threads/why-twice/question.md',
    ]);
  });

  it('leads into Forgejo', () => {
    const links = linksOn('forgejo', 'https://codeberg.org/ada/answers', { branch: 'site/next', content: 'docs/qa' });
    const { editor } = links.answer(slug, 'Why twice?');
    expect([editor?.forge, editor?.isFilled, place(editor?.href)]).toEqual([
      'Codeberg',
      true,
      'https://codeberg.org/ada/answers/_new/site/next?filename=docs%2Fqa%2Fthreads%2Fwhy-twice%2Fanswers%2Fname-your-answer.md&value=…',
    ]);
    expect([links.edit(path, about), links.history(path)]).toEqual([
      'https://codeberg.org/ada/answers/_edit/site/next/docs/qa/threads/why-twice/question.md',
      'https://codeberg.org/ada/answers/commits/branch/site/next/docs/qa/threads/why-twice/question.md',
    ]);
  });

  it('leads into Bitbucket, which takes the folder alone', () => {
    const links = linksOn('bitbucket', 'https://bitbucket.org/ada/answers');
    const { editor, path: file } = links.answer(slug, 'Why twice?');
    expect([editor?.forge, editor?.isFilled, editor?.href, file]).toEqual([
      'Bitbucket',
      false,
      'https://bitbucket.org/ada/answers/create-file/main/content/threads/why-twice/answers/?at=main',
      'content/threads/why-twice/answers/name-your-answer.md',
    ]);
    expect([links.edit(path, about), links.history(path)]).toEqual([
      'https://bitbucket.org/ada/answers/src/main/content/threads/why-twice/question.md?mode=edit',
      'https://bitbucket.org/ada/answers/history-node/main/content/threads/why-twice/question.md',
    ]);
  });

  it('encodes tags that are not plain letters', () => {
    expect(place(linksOn('github', 'https://github.com/ada/answers').describeTag(tagName.parse('c#')))).toBe(
      'https://github.com/ada/answers/new/main?filename=content%2Ftags%2Fc%23.md&value=…',
    );
  });

  it('leaves the folder out when the content is at the root', () => {
    expect(linksOn('github', 'https://github.com/ada/answers', { content: '/' }).edit('tags/python.md', about)).toBe(
      'https://github.com/ada/answers/edit/main/tags/python.md',
    );
  });

  it('writes mails without a repository', () => {
    const links = createContributeLinks({ ...common, repository: undefined, mail: 'ada+qa@example.org' });
    const { mail, editor } = links.answer(slug, 'Why twice?');
    expect([mail?.address, editor, links.ask]).toEqual(['ada+qa@example.org', undefined, '/ask/']);
    expect(mail?.href).toMatch(/^mailto:ada%2Bqa@example\.org\?subject=Answer%3A%20Why%20twice%3F&body=/);
    expect(new URL(mail?.href ?? '').searchParams.get('body')).toBe(
      'content/threads/why-twice/answers/name-your-answer.md\r\n\r\n---\r\nauthor:\r\ndate: 2026-01-31\r\n---\r\n\r\n\r\n',
    );
    expect(new URL(links.edit(path, about) ?? '').searchParams.get('body')).toMatch(
      /^https:\/\/answers\.example\.org\/questions\/why-twice\/\r\n\r\nWhat is wrong:\r\n/,
    );
  });

  it('hands out the file without a repository and without a mail address, and leads nowhere if there is no guide', () => {
    const links = createContributeLinks({ ...common, repository: undefined });
    const { download, text, mail } = links.answer(slug, 'Why twice?');
    expect([mail, download.name]).toEqual([undefined, 'name-your-answer.md']);
    expect(download.href).toBe(`data:text/markdown;charset=utf-8,${encodeURIComponent(text)}`);
    expect([links.edit(path, about), links.history(path)]).toEqual(['/contribute/', undefined]);
    expect(createContributeLinks({ ...common, repository: undefined, guide: undefined }).edit(path, about)).toBe(
      undefined,
    );
  });

  it.each(Object.keys(languages))('is not too long for any forge or mail program in %s', (language) => {
    const title = 'Длинное слово '.repeat(21);
    for (const forge of ['github', 'gitlab', 'forgejo', 'bitbucket'] as const) {
      const links = createContributeLinks({
        ...common,
        words: words(language),
        mail: 'curators@example.org',
        repository: { forge, url: `https://forge.example/${'g'.repeat(100)}`, branch: 'main', content: 'docs/content' },
      });
      for (const { editor, mail } of [links.answer(threadSlug.parse('s'.repeat(80)), title), links.question])
        expect([forgeTakes(editor?.href ?? ''), fits(mail?.href ?? '')]).toEqual([true, true]);
    }
    const byMail = createContributeLinks({
      ...common,
      words: words(language),
      mail: 'a@example.org',
      repository: undefined,
    });
    expect(fits(byMail.edit(path, { ...about, title }) ?? '')).toBe(true);
  });
});
