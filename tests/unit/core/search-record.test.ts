import { expect, it } from 'vitest';
import { decodeRecord, encodeRecord } from '../../../src/core/search-record.ts';

it('reads back as it was written', () => {
  const record = {
    author: 'Ada "A" <b>',
    votes: -3,
    date: '2026-01-14',
    answerCount: 2,
    hasAccepted: true,
  };
  expect(decodeRecord(encodeRecord(record))).toEqual(record);
  expect(decodeRecord(encodeRecord({ author: 'Bo', votes: 1, accepted: true }))).toEqual({
    author: 'Bo',
    votes: 1,
    accepted: true,
    answerCount: 0,
    hasAccepted: false,
  });
});

it.each([undefined, '', 'A heading', 'null', '[]', '{"votes":"many","author":1}'])('says nothing of %s', (text) => {
  expect(decodeRecord(text)).toEqual({ author: '', votes: 0, answerCount: 0, hasAccepted: false });
});
