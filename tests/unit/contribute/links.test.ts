import { describe, expect, it } from 'vitest';
import { createContributeLinks } from '../../../src/contribute/links.ts';
import { tagName, threadSlug } from '../../../src/core/ids.ts';
import type { Repository } from '../../../src/core/schema/config.ts';

const slug = threadSlug.parse('why-twice');
const path = 'threads/why-twice/question.md';
const linksOn = (forge: Repository['forge'], url: string, more: Partial<Repository> = {}) =>
  createContributeLinks({ forge, url, branch: 'main', content: 'content', ...more }, '/contribute/');
/** The address without the text of the file, which has its own test. */
const place = (url: string) => url.replace(/&value=.*/, '&value=…');

describe('createContributeLinks', () => {
  it('leads into GitHub', () => {
    const links = linksOn('github', 'https://github.com/ada/answers/');
    expect([place(links.answer(slug)), links.edit(path), links.history('threads/why-twice')]).toEqual([
      'https://github.com/ada/answers/new/main?filename=content%2Fthreads%2Fwhy-twice%2Fanswers%2Fname-your-answer.md&value=…',
      'https://github.com/ada/answers/edit/main/content/threads/why-twice/question.md',
      'https://github.com/ada/answers/commits/main/content/threads/why-twice',
    ]);
  });

  it('leads into GitLab, whose editor takes a name and no text', () => {
    const links = linksOn('gitlab', 'https://gitlab.com/group/sub/answers');
    expect([links.answer(slug), links.edit(path), links.history(path)]).toEqual([
      'https://gitlab.com/group/sub/answers/-/new/main?file_name=content%2Fthreads%2Fwhy-twice%2Fanswers%2Fname-your-answer.md',
      'https://gitlab.com/group/sub/answers/-/edit/main/content/threads/why-twice/question.md',
      'https://gitlab.com/group/sub/answers/-/commits/main/content/threads/why-twice/question.md',
    ]);
  });

  it('leads into Forgejo', () => {
    const links = linksOn('forgejo', 'https://codeberg.org/ada/answers', { branch: 'site/next', content: 'docs/qa' });
    expect([place(links.answer(slug)), links.edit(path), links.history(path)]).toEqual([
      'https://codeberg.org/ada/answers/_new/site/next?filename=docs%2Fqa%2Fthreads%2Fwhy-twice%2Fanswers%2Fname-your-answer.md&value=…',
      'https://codeberg.org/ada/answers/_edit/site/next/docs/qa/threads/why-twice/question.md',
      'https://codeberg.org/ada/answers/commits/branch/site/next/docs/qa/threads/why-twice/question.md',
    ]);
  });

  it('leads into Bitbucket, which takes the folder alone', () => {
    const links = linksOn('bitbucket', 'https://bitbucket.org/ada/answers');
    expect([links.answer(slug), links.edit(path), links.history(path)]).toEqual([
      'https://bitbucket.org/ada/answers/create-file/main/content/threads/why-twice/answers/?at=main',
      'https://bitbucket.org/ada/answers/src/main/content/threads/why-twice/question.md?mode=edit',
      'https://bitbucket.org/ada/answers/history-node/main/content/threads/why-twice/question.md',
    ]);
  });

  it('gives the editor a text to begin with, encoded', () => {
    const value = new URL(linksOn('github', 'https://github.com/ada/answers').answer(slug)).searchParams.get('value');
    expect(value?.split('\n').slice(0, 4)).toEqual([
      '---',
      'author: # your handle, or {name: Ada L., url: https://…}, or anonymous',
      '---',
      '',
    ]);
  });

  it('encodes tags that are not plain letters', () => {
    expect(place(linksOn('github', 'https://github.com/ada/answers').describeTag(tagName.parse('c#')))).toBe(
      'https://github.com/ada/answers/new/main?filename=content%2Ftags%2Fc%23.md&value=…',
    );
  });

  it('leaves the folder out when the content is at the root', () => {
    expect(linksOn('github', 'https://github.com/ada/answers', { content: '/' }).edit('tags/python.md')).toBe(
      'https://github.com/ada/answers/edit/main/tags/python.md',
    );
  });

  it('leads to the guide without a repository', () => {
    const links = createContributeLinks(undefined, '/base/contribute/');
    expect([links.ask(), links.answer(slug), links.edit(path), links.history(path)]).toEqual([
      '/base/contribute/',
      '/base/contribute/',
      '/base/contribute/',
      undefined,
    ]);
  });
});
