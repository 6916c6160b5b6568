import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/core/diagnostic.ts';
import { discourse } from '../../../src/import/discourse.ts';
import { corpus, importAndLoad, readText } from './corpora.ts';
import { visibleText } from './visible-text.ts';

const folder = corpus('discourse');

type Post = { post_number: number; cooked: string };
type Topic = { id: number; accepted_answer?: { post_number: number } | null; post_stream: { posts: Post[] } };

describe.skipIf(folder === undefined)('120 topics of a forum (set RESPONSA_CORPORA to run)', () => {
  test('show the same text, have no errors, and keep their accepted answers', async () => {
    const source = folder ?? '';
    const { threads, diagnostics, report, again } = await importAndLoad(discourse, source);
    const topics = readdirSync(source).map((name) => JSON.parse(readText(join(source, name))) as Topic);

    expect(threads).toHaveLength(topics.length);
    expect(report.balance()).toEqual([]);
    expect(report.hasProblems).toBe(false);
    expect(hasErrors(diagnostics)).toBe(false);
    expect(again.files.written).toBe(0);

    const byId = new Map(threads.map((thread) => [thread.question.source?.id, thread]));
    const different: string[] = [];
    let count = 0;
    for (const { id, post_stream, accepted_answer } of topics) {
      const thread = byId.get(String(id));
      const posts = thread ? [thread.question, ...thread.answers] : [];
      const comments = posts.flatMap((post) => post.comments.map(({ html }) => text(html)));
      for (const { post_number, cooked } of post_stream.posts) {
        count++;
        const postId = post_number === 1 ? String(id) : `${id}/${post_number}`;
        const html = posts.find((post) => post.source?.id === postId)?.html;
        const shown = withoutFrames(cooked);
        if (html === undefined ? !comments.includes(text(shown)) : text(html) !== text(shown)) different.push(postId);
      }
      if (accepted_answer) expect(thread?.accepted).toBe(`post-${accepted_answer.post_number}`);
    }
    // Links between topics that are here lead to their files.
    const links = [...byId.values()].flatMap(({ question, answers }) =>
      [question, ...answers].flatMap(({ body }) => [...body.matchAll(/\/t\/(?:[^/\s)]*\/)?(\d+)/g)]),
    );
    expect(links.filter(([, id]) => id !== undefined && byId.has(id)).map(([link]) => link)).toEqual([]);
    expect(different.length / count).toBeLessThanOrEqual(0.01);
  }, 60_000);
});

/** Emoji are pictures on one side and characters on the other. */
function text(html: string): string {
  const plain = visibleText(html, false).replace(/\p{Extended_Pictographic}[\u{fe0f}\u{200d}♂♀]*/gu, '');
  return plain.replace(/\s+/g, ' ').trim();
}

/** The size of a picture in its frame is not the author's. */
function withoutFrames(cooked: string): string {
  return cooked.replace(/<div class="meta">.*?<\/div>/gs, '');
}
