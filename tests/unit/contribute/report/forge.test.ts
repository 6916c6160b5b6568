import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ForgeApi } from '../../../../src/contribute/report/forge-api.ts';
import { keepIssue } from '../../../../src/contribute/report/one-issue.ts';
import { postReview } from '../../../../src/contribute/report/post-review.ts';
import { safeMarkdown } from '../../../../src/contribute/report/safe-markdown.ts';

const sha = 'a'.repeat(40);
let server: Server;
let forge: ForgeApi;
let answers: Record<string, unknown> = {};
let asked: { call: string; body: unknown; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const call = `${request.method ?? ''} ${request.url ?? ''}`;
      asked.push({
        call,
        body: text === '' ? undefined : JSON.parse(text),
        authorization: request.headers.authorization,
      });
      const answer = answers[call];
      response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  forge = { api: `http://127.0.0.1:${port}`, repository: 'o/r', token: 't' };
});

beforeEach(() => {
  asked = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const pulls = 'GET /repos/o/r/pulls?state=open&per_page=100&head=ada%3Afix%2F1';
const comments = 'GET /repos/o/r/issues/7/comments?per_page=100&page=1';
const head = { label: 'ada:fix/1', sha };

test('the review goes to the pull request that the forge names', async () => {
  answers = {
    [pulls]: [
      { number: 6, head: { sha: 'b'.repeat(40) } },
      { number: 7, head: { sha } },
    ],
    [comments]: [{ id: 1, body: '<!-- responsa-review -->\nnot ours', user: { type: 'User' } }],
    'POST /repos/o/r/issues/7/comments': { id: 2 },
  };
  expect(await postReview(forge, '# Review', head)).toBe('Wrote the review of pull request 7.');
  expect(asked.map(({ call }) => call)).toEqual([pulls, comments, 'POST /repos/o/r/issues/7/comments']);
  expect(asked.at(-1)).toMatchObject({
    body: { body: '<!-- responsa-review -->\n# Review' },
    authorization: 'Bearer t',
  });
});

test('a second review takes the place of the first', async () => {
  answers = {
    [pulls]: [{ number: 7, head: { sha } }],
    [comments]: [{ id: 3, body: '<!-- responsa-review -->\nold', user: { type: 'Bot' } }],
    'PATCH /repos/o/r/issues/comments/3': { id: 3 },
  };
  expect(await postReview(forge, '# Review', head)).toBe('Replaced the review of pull request 7.');
});

test('a commit that no open pull request ends with gets no comment', async () => {
  answers = { [pulls]: [{ number: 6, head: { sha: 'b'.repeat(40) } }] };
  expect(await postReview(forge, '# Review', head)).toMatch(/there is nothing to comment on/);
  expect(asked.length).toBe(1);
});

test('what is no commit, and a forge that refuses, are errors', async () => {
  await expect(postReview(forge, '', { label: 'a:b', sha: '../x' })).rejects.toThrow('is no commit');
  answers = {};
  await expect(postReview(forge, '', head)).rejects.toThrow('GET pulls answers 404.');
});

test.each([
  ['<img src=x onerror=alert(1)> <!-- hidden -->', '&lt;img src=x onerror=alert(1)> &lt;!-- hidden -->'],
  ['![pixel](https://spy.example/1.png)', '\\![pixel](https://spy.example/1.png)'],
  ['Hello @everyone and @org/team, a@b.example', 'Hello @\u200beveryone and @\u200borg/team, a@b.example'],
  [
    'closes #12, GH-3 &amp; &#64;all &#X40;all &#0035;4',
    'closes #\u200b12, GH\u200b-3 &amp; @\u200ball @\u200ball #\u200b4',
  ],
  ['a <del>b</del><ins>c</ins> @\u200bd', 'a <del>b</del><ins>c</ins> @\u200bd'],
  ['\u001b[31mred \u202e', '\\u001b[31mred \\u202e'],
  ['# Head\r\n- `code`', '# Head\n- `code`'],
])('safe: %j', (text, safe) => {
  expect(safeMarkdown(text)).toBe(safe);
});

test('a review that is too long for a comment is cut', () => {
  expect(safeMarkdown('x'.repeat(100_000)).length).toBeLessThan(60_100);
});

const list = 'GET /repos/o/r/issues?state=open&per_page=100&sort=created&direction=asc';

test.each([
  ['opened', [], 'text', 'POST /repos/o/r/issues', { title: 'Links', body: 'text' }],
  ['not opened without need', [], '', undefined, undefined],
  ['written anew', [{ number: 4, title: 'Links' }], 'text', 'PATCH /repos/o/r/issues/4', { body: 'text' }],
  ['closed', [{ number: 4, title: 'Links' }], '', 'PATCH /repos/o/r/issues/4', { state: 'closed' }],
  ['not taken for a pull request', [{ number: 4, title: 'Links', pull_request: {} }], '', undefined, undefined],
])('one issue is %s', async (_, open, body, call, sent) => {
  answers = { [list]: open, 'POST /repos/o/r/issues': { number: 5 }, 'PATCH /repos/o/r/issues/4': { number: 4 } };
  await keepIssue(forge, 'Links', body);
  expect(asked.slice(1).map((one) => [one.call, one.body])).toEqual(call === undefined ? [] : [[call, sent]]);
});
