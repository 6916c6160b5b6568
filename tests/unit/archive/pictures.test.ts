import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadArchive } from '../../../src/archive/load.ts';
import { contentFolder, png, question } from './content-folder.ts';
import { config } from './rules/check.ts';

async function load(content: string) {
  const pages: string[] = [];
  const onPage = ({ page }: { page: string }) => pages.push(page);
  const { threads, diagnostics } = await loadArchive({
    contentDir: content,
    contentName: 'content',
    config,
    jobs: 1,
    onPage,
  });
  return {
    problems: diagnostics.map(({ rule, message, fix }) => `${rule}: ${message} → ${fix ?? ''}`),
    published: threads.flatMap(({ slug, pictures }) => pictures.map((name) => `${slug}/${name}`)),
    html: pages.join(''),
  };
}

test('a picture of the thread is measured and published', async () => {
  using folder = contentFolder({
    'threads/locks/question.md': question('![A lock](images/lock.png?x#y)'),
    'threads/locks/answers/a.md':
      '---\nauthor: bo\n---\nSee [it](../images/lock.png) and ![it](../images/sub%2Ekey.png).\n',
    'threads/locks/images/lock.png': png(3, 2),
    'threads/locks/images/sub.key.png': png(),
  });
  const { problems, published, html } = await load(folder.content);
  expect(problems).toEqual([]);
  expect(published).toEqual(['locks/sub.key.png', 'locks/lock.png'].sort());
  expect(html).toContain('src=\\"/questions/locks/images/lock.png\\"');
  expect(html).toContain('width=\\"3\\" height=\\"2\\"');
});

test.each([
  '../../../outside/secret.png',
  '../keys/images/key.png',
  '%2e%2e/%2e%2e/%2e%2e/outside/secret.png',
  'images/%2e%2e/%2e%2e/keys/images/key.png',
  'images/..%2f..%2fkeys%2fimages%2fkey.png',
  'images/..\\..\\keys\\images\\key.png',
  'images%5c..%5ckey.png',
  '/questions/keys/images/key.png',
  '/etc/passwd',
  'images',
  'images/',
  'images/./',
  'images/.',
  'question.md',
  'images/sub/key.png',
])('a picture at %s is not published', async (address) => {
  using folder = contentFolder({
    'threads/locks/question.md': question(`![A lock](<${address}>)`),
    'threads/keys/question.md': question('![A key](images/key.png)'),
    'threads/keys/images/key.png': png(),
  });
  mkdirSync(folder.outside);
  writeFileSync(join(folder.outside, 'secret.png'), png());
  const { problems, published } = await load(folder.content);
  expect(published).toEqual(['keys/key.png']);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(
    /^missing-picture: the picture .* is not in the thread's own images folder → put it into threads\/locks\/images\//,
  );
});

test.each([
  ['a name that is not there', 'images/none.png', 'is not there → add the file, or correct the name'],
  ['other capitals', 'images/Lock.png', 'is not there → write lock.png: capitals count'],
  ['a broken percent sign', 'images/%zz.png', 'has a broken percent sign in its path → write %25 for a percent sign'],
  ['a NUL', 'images/lock.png%00', 'is not there → add the file, or correct the name'],
  [
    'a page by the name of a picture',
    'images/page.png',
    'is not a picture that can be read → save it again as png, jpg, gif, webp or avif',
  ],
  [
    'a drawing by the name of a picture',
    'images/drawing.png',
    'is SVG, which is not published → save it as png, jpg, gif, webp or avif',
  ],
  [
    'a picture that is too large',
    'images/large.png',
    'has 3,000,000 bytes; at most 2,097,152 are published → scale it down or save it as webp',
  ],
])('%s', async (_, address, expected) => {
  using folder = contentFolder({
    'threads/locks/question.md': question(`![A lock](${address}) ![Used](images/lock.png)`),
    'threads/locks/images/lock.png': png(),
    ...(address.includes('page') ? { 'threads/locks/images/page.png': '<script>alert(1)</script>' } : {}),
    ...(address.includes('drawing')
      ? { 'threads/locks/images/drawing.png': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' }
      : {}),
    ...(address.includes('large')
      ? { 'threads/locks/images/large.png': Buffer.concat([png(), Buffer.alloc(3_000_000 - png().length)]) }
      : {}),
  });
  const { problems, published } = await load(folder.content);
  expect(problems.filter((problem) => problem.startsWith('missing-picture'))).toEqual([
    `missing-picture: the picture ${address} ${expected}`,
  ]);
  expect(published).toEqual(['locks/lock.png']);
});

test('a picture, and the folder of pictures, as links to outside', async () => {
  using folder = contentFolder({
    'threads/locks/question.md': question('![A lock](images/secret.png)'),
    'threads/keys/question.md': question('![A key](images/secret.png) [it](images/secret.png)'),
    'threads/locks/images/.gitkeep': '',
  });
  mkdirSync(folder.outside);
  writeFileSync(join(folder.outside, 'secret.png'), png());
  symlinkSync(join(folder.outside, 'secret.png'), join(folder.content, 'threads/locks/images/secret.png'));
  symlinkSync(folder.outside, join(folder.content, 'threads/keys/images'));
  const { problems, published } = await load(folder.content);
  expect(published).toEqual([]);
  expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'dangling-link',
    'missing-picture',
    'missing-picture',
    'symbolic-link',
    'symbolic-link',
  ]);
});

test('a picture that only a post with a mistake shows is not called unused', async () => {
  using folder = contentFolder({
    'threads/locks/question.md': question(),
    'threads/locks/answers/a.md': '---\nauthor: bo\nvotes: x\n---\n![A lock](../images/lock.png)\n',
    'threads/locks/images/lock.png': png(),
  });
  expect((await load(folder.content)).problems).toEqual([
    'invalid-value: votes must be a whole number, not "x" → write it in digits, such as votes: 12, or remove the line',
  ]);
});

test.each([
  [60_000, 60_000, 'has 60,000 × 60,000 pixels; at most 50,000,000 in all are published → scale it down'],
  [0, 4, 'is 0 × 4 pixels large, so there is nothing to see → save it again'],
])('a picture of %i × %i pixels is one problem', async (width, height, problem) => {
  const picture = Buffer.from(png());
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  using folder = contentFolder({
    'threads/locks/question.md': question('![A lock](images/lock.png)'),
    'threads/locks/images/lock.png': picture,
  });
  const { problems, published } = await load(folder.content);
  expect(problems).toEqual([`missing-picture: the picture images/lock.png ${problem}`]);
  expect(published).toEqual([]);
});

test('a kind that browsers do not show is called by its name, whatever the name of the file says', async () => {
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(400),
  ]);
  using folder = contentFolder({
    'threads/locks/question.md': question('![A lock](images/lock.heic) and [a key](images/key.jpg)'),
    'threads/locks/images/lock.heic': heic,
    'threads/locks/images/key.jpg': heic,
  });
  const { problems } = await load(folder.content);
  expect(problems).toEqual([
    'unexpected-file: this is HEIC, which is not published as a picture → save it as png, jpg, gif, webp or avif',
    'missing-picture: the picture images/lock.heic is HEIC, which is not published → save it as png, jpg, gif, webp or avif',
    'dangling-link: the link leads to a picture: the picture images/key.jpg is HEIC, which is not published → save it as png, jpg, gif, webp or avif',
  ]);
});
