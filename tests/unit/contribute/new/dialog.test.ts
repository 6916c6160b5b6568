import { expect, test } from 'vitest';
import { draftAnswer, draftQuestion, type KnownArchive } from '../../../../src/contribute/new/dialog.ts';
import { tagName } from '../../../../src/core/ids.ts';

const [python, web, django] = ['python', 'web-server', 'django'].map((tag) => tagName.parse(tag));
const known: KnownArchive = {
  similar: (title) =>
    title.includes('Django') ? [{ slug: 'django-good', title: 'Is Django good?', likeness: 0.61 }] : [],
  tagCounts: new Map(
    [
      [python, 9],
      [web, 4],
      [django, 12],
    ].map(([tag, count]) => [tagName.parse(tag), Number(count)]),
  ),
  synonyms: new Map([[tagName.parse('py'), tagName.parse('python')]]),
};
const given = { date: '2026-01-31', body: '' };

/** Answers questions in turn, and notes what was asked and said. */
function person(...answers: string[]) {
  const heard: string[] = [];
  return {
    heard,
    say: (text: string) => heard.push(text),
    ask: (question: string, proposed = '') => {
      heard.push(`? ${question} [${proposed}]`);
      return Promise.resolve(answers.shift() || proposed);
    },
  };
}

test('a question: the title until it is one, what is asked already, tags as proposed, the author', async () => {
  const talk = person('', 'Is Django a good web server?', 'y', '', 'Ada L.');
  expect(await draftQuestion(known, given, talk)).toEqual({
    title: 'Is Django a good web server?',
    tags: ['django', 'web-server'],
    author: { name: 'Ada L.' },
    date: '2026-01-31',
    body: '',
  });
  expect(talk.heard).toEqual([
    '? What is your question, in one sentence? []',
    'The title must not be empty.',
    '? What is your question, in one sentence? []',
    'Asked already:\n   61 % Is Django good?  (django-good)',
    '? Is yours another question? y or n [y]',
    '? Tags, with commas between them [django, web-server]',
    '? Your handle, your name, or anonymous []',
  ]);
});

test('it is asked already', async () => {
  expect(await draftQuestion(known, { ...given, title: 'Is Django good?' }, person('n'))).toBeUndefined();
});

test('tags as people type them; what cannot be one is asked for again', async () => {
  const talk = person('Py, a/b', 'Py, Web Server, python', 'ada');
  expect(await draftQuestion(known, { ...given, title: 'Why?' }, talk)).toMatchObject({
    tags: ['python', 'web-server'],
    author: 'ada',
  });
  expect(talk.heard).toContain(
    '"a/b" cannot be a tag: it must be 1 to 35 lower-case letters (of any script), digits and . + # -.',
  );
});

test('a tag that no question has and that is like a known one is asked about', async () => {
  const talk = person('pyhton, jango, web-servers, new, go', '', 'n', 'y');
  expect(await draftQuestion(known, { ...given, title: 'Why?', author: 'ada' }, talk)).toMatchObject({
    tags: ['python', 'jango', 'web-server', 'new', 'go'],
  });
  expect(talk.heard).toEqual([
    '? Tags, with commas between them []',
    '? No question has the tag pyhton yet. Did you mean python? y or n [y]',
    '? No question has the tag jango yet. Did you mean django? y or n [y]',
    '? No question has the tag web-servers yet. Did you mean web-server? y or n [y]',
  ]);
  const said: string[] = [];
  const hints = { say: (text: string) => said.push(text) };
  expect(
    await draftQuestion(known, { ...given, title: 'Why?', author: 'ada', tags: ['pyhton', 'new'] }, hints),
  ).toMatchObject({ tags: ['pyhton', 'new'] });
  expect(said).toEqual(['No question has the tag pyhton yet; did you mean python?']);
});

test('with nobody to ask, everything is given, and what could be better is said', async () => {
  const said: string[] = [];
  const talk = { say: (text: string) => said.push(text) };
  expect(
    await draftQuestion(known, { ...given, title: 'Is Django py?', author: 'ada', tags: ['py'] }, talk),
  ).toMatchObject({ tags: ['python'] });
  expect(said).toEqual(['Asked already:\n   61 % Is Django good?  (django-good)', 'Tags that may fit too: django']);
  await expect(draftQuestion(known, { ...given, title: ' ', author: 'ada' }, talk)).rejects.toThrow(
    'The title must not be empty.',
  );
  await expect(draftQuestion(known, { ...given, title: 'Why?', author: 'ada', tags: ['a/b'] }, talk)).rejects.toThrow(
    '"a/b" cannot be a tag',
  );
  await expect(draftAnswer({ ...given, title: 'So', author: ' ' }, talk)).rejects.toThrow(
    'An author is a handle, a name, or anonymous.',
  );
});
