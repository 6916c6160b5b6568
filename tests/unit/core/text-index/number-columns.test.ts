import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folded, NumberColumn, unfolded, unpackNumbers } from '../../../../src/core/text-index/number-columns.ts';

function packed(lists: readonly (readonly number[])[]): Uint8Array {
  const columns = lists.map((list) => {
    const column = new NumberColumn();
    for (const number of list) column.add(number);
    expect(column.length).toBe(list.length);
    return column;
  });
  return Uint8Array.from(columns.flatMap(({ bytes }) => [...bytes]));
}

const number = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

it('gives back every list that was packed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(number, { maxLength: 400 }), { maxLength: 5 }), (lists) => {
      const lengths = lists.map(({ length }) => length);
      expect(unpackNumbers(packed(lists), lengths).map((list) => [...list])).toEqual(lists);
    }),
  );
});

it('takes as few bytes as a number needs', () => {
  expect([...packed([[0, 127], [], [128, 300]])]).toEqual([0, 127, 0x80, 1, 0xac, 2]);
});

it('says that the numbers are cut short', () => {
  const whole = packed([[1, 2 ** 32 - 1]]);
  for (let length = 0; length < whole.length; length++)
    expect(() => unpackNumbers(whole.subarray(0, length), [2])).toThrow('The index is cut short.');
});

it('folds numbers below 0 between the others', () => {
  expect([0, -1, 1, -2, 2].map(folded)).toEqual([0, 1, 2, 3, 4]);
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (one) => {
      expect(unfolded(folded(one))).toBe(one);
    }),
  );
});
