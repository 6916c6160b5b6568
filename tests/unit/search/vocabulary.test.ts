import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readVocabulary } from '../../../src/client/vocabulary.ts';
import { createVocabulary } from '../../../src/search/vocabulary.ts';
import { wordRuns } from '../../../src/search/word-runs.ts';

it('holds the words of titles and texts, those in most threads first, and no markup', () => {
  const vocabulary = createVocabulary();
  const document = '<p title="hidden">Files &amp; snake_case, v2beta, &quot;Блокировка&quot; 文件系统锁定</p>';
  vocabulary.add('en', wordRuns('Locks and files', document));
  vocabulary.add('en', wordRuns('Files', '<p>Again files</p>'));
  expect(gunzipSync(vocabulary.pack()).toString()).toBe('files\nagain locks блокировка');
});

it('leaves out words of a single thread of many', () => {
  const vocabulary = createVocabulary();
  for (let index = 0; index < 200; index++)
    vocabulary.add('en', wordRuns(index < 2 ? 'twice' : 'often', index === 0 ? 'onece' : ''));
  expect(gunzipSync(vocabulary.pack()).toString()).toBe('often\n\n\n\n\n\ntwice');
});

it('knows the nearest word, and which are begun', () => {
  const { near, hasBeginning } = readVocabulary('annealing superposition\npostselection');
  expect([near('anealing'), near('Postsellection'), near('zzzqqqzzz'), near('nnealing')]).toEqual([
    ['annealing'],
    ['postselection'],
    [],
    [],
  ]);
  expect([hasBeginning('Super'), hasBeginning('supper')]).toEqual([true, false]);
});

it('takes a word that it has for another one only if that is far more frequent', () => {
  const { near, has } = readVocabulary('quantum\nstarts\nstatus\nfirst\nquatum stauts lattice\nlattce');
  expect(near('quatum')).toEqual(['quantum']);
  expect(near('stauts')).toEqual([]);
  expect(near('sttus')).toEqual(['status']);
  expect(near('strats')).toEqual(['starts']);
  expect(near('lattce')).toEqual([]);
  expect([has('Quantum'), has('quanta')]).toEqual([true, false]);
});

it('tells words that say nothing by themselves, where they are in many threads', () => {
  const vocabulary = createVocabulary();
  for (let index = 0; index < 20; index++) {
    vocabulary.add('en', wordRuns(`${index < 15 ? 'the' : 'und'} lock`, index === 0 ? 'because' : ''));
  }
  expect(vocabulary.common()).toEqual(['the']);
});
