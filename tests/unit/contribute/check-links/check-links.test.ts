import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLinks } from '../../../../src/contribute/check-links/check-links.ts';
import { externalLinks } from '../../../../src/contribute/check-links/external-links.ts';
import { linksReport } from '../../../../src/contribute/check-links/links-report.ts';
import { isPublic } from '../../../../src/contribute/check-links/public-address.ts';
import { contentFolder, question } from '../../archive/content-folder.ts';
import { config } from '../../archive/rules/check.ts';

let server: Server;
let site: string;
let asked: string[] = [];
let atOnce = 0;
let mostAtOnce = 0;

beforeAll(async () => {
  let flaky = 0;
  server = createServer((request, response) => {
    const { url = '', method = '' } = request;
    asked.push(`${method} ${url}`);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    response.on('close', () => atOnce--);
    const answer = (status: number, headers = {}) => response.writeHead(status, headers).end('x'.repeat(100));
    if (url === '/gone') answer(410);
    else if (url === '/no-head') answer(method === 'HEAD' ? 405 : 200);
    else if (url === '/members') answer(403);
    else if (url === '/moved') answer(301, { location: '/here' });
    else if (url === '/round') answer(302, { location: '/round' });
    else if (url === '/inside') answer(302, { location: 'http://10.0.0.1/' });
    else if (url === '/file') answer(302, { location: 'file:///etc/passwd' });
    else if (url === '/flaky') answer(++flaky <= 2 ? 404 : 200);
    else if (url === '/slow') setTimeout(() => answer(200), 5000).unref();
    else answer(url === '/here' ? 200 : 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = { jobs: 4, pause: 1, timeout: 300, allows: (host: string) => Promise.resolve(host === '127.0.0.1') };

test.each([
  ['/here', 'ok', undefined],
  ['/moved', 'ok', undefined],
  ['/no-head', 'ok', undefined],
  ['/flaky', 'ok', undefined],
  ['/members', 'unsure', 'answers 403'],
  ['/file', 'unsure', 'leads to file:'],
  ['/gone', 'broken', 'answers 410'],
  ['/missing', 'broken', 'answers 404'],
  ['/round', 'broken', 'redirects more than 5 times'],
  ['/inside', 'broken', 'is not on the public Internet'],
  ['/slow', 'broken', 'does not answer in time'],
])('%s is %s', async (path, state, why) => {
  const [link] = await checkLinks([{ url: site + path, posts: [] }], options);
  expect(link).toEqual({ url: site + path, posts: [], state, ...(why === undefined ? {} : { why }) });
});

test('a server is asked one thing at a time, and a page that is there only once', async () => {
  asked = [];
  mostAtOnce = 0;
  await checkLinks(
    ['/here', '/no-head', '/gone'].map((path) => ({ url: site + path, posts: [] })),
    options,
  );
  expect(mostAtOnce).toBe(1);
  expect(asked.filter((line) => line.endsWith('/here'))).toEqual(['HEAD /here']);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '169.254.169.254',
  '[::1]',
  '[fe80::1]',
  '[::ffff:127.0.0.1]',
  '0.0.0.0',
  'localhost',
])('%s is not public', async (host) => {
  expect(await isPublic(host)).toBe(false);
});

test('the links of posts and comments are found, each with its posts', async () => {
  using folder = contentFolder({
    'threads/locks/question.md': question(
      'See [a](https://a.example/x?b=1&c=2#d), <https://b.example> and ![p](https://c.example/p.png). [Own](answers/so.md).',
    ),
    'threads/locks/answers/so.md':
      '---\nauthor: ada\ncomments:\n  - {author: bob, text: "See https://b.example"}\n---\n[a](https://a.example/x?b=1&c=2)\n',
  });
  expect(await externalLinks({ contentDir: folder.content, contentName: 'content', config, jobs: 1 })).toEqual([
    { url: 'https://a.example/x?b=1&c=2', posts: ['threads/locks/answers/so.md', 'threads/locks/question.md'] },
    { url: 'https://b.example/', posts: ['threads/locks/answers/so.md', 'threads/locks/question.md'] },
    { url: 'https://c.example/p.png', posts: ['threads/locks/question.md'] },
  ]);
});

test('the report names what is broken, as code', () => {
  expect(
    linksReport([
      { url: 'https://a.example/`@all`', posts: ['threads/locks/question.md'], state: 'broken', why: 'answers 404' },
      { url: 'https://b.example/', posts: [], state: 'unsure', why: 'answers 403' },
      { url: 'https://c.example/', posts: [], state: 'ok' },
    ]),
  ).toBe(
    [
      '1 of 3 external links are broken: the page is gone, or nobody answers, twice.',
      '',
      '- `` https://a.example/`@all` `` answers 404\n  in `threads/locks/question.md`',
      '',
      'A page that moved has a new address; one that is gone may be at https://web.archive.org. 1 more do not let programs in, and were not judged.',
      '',
    ].join('\n'),
  );
  expect(linksReport([{ url: 'https://c.example/', posts: [], state: 'ok' }])).toBe('');
});
