import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/core/diagnostic.ts';
import { transcript } from '../../../src/import/transcript.ts';
import { corpus, importAndLoad, readText } from './corpora.ts';
import { fold, visibleText } from './visible-text.ts';

const file = corpus('seed/django-thread.txt');

describe.skipIf(file === undefined)('the thread that the archive starts from (set RESPONSA_CORPORA to run)', () => {
  test('has every line in the proposal or in the report', async () => {
    const { threads, diagnostics, report, again } = await importAndLoad(transcript, file ?? '');
    const [thread] = threads;
    const posts = thread ? [thread.question, ...thread.answers] : [];
    const shown = [
      thread?.title ?? '',
      ...posts.flatMap((post) => [post.html, ...post.comments.map(({ html }) => html)]),
    ].map((html) => visibleText(html, false));
    const furniture = report.notes.filter(({ kind }) => kind === 'furniture').map(({ message }) => message);

    const lines = readText(file ?? '')
      .split('\n')
      .map(fold)
      .filter(Boolean);
    expect(
      lines.filter(
        (line) => !shown.some((text) => text.includes(line)) && !furniture.some((text) => text.endsWith(line)),
      ),
    ).toEqual([]);
    expect(furniture).toEqual(['leads back to the top of the page, so it is not in the thread: Вернуться на верх']);
    expect(posts.map(({ comments }) => comments.length).sort()).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(hasErrors(diagnostics)).toBe(false);
    expect(again.files.written).toBe(0);
  });
});
