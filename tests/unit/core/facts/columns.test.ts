import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packColumns, unpackColumns } from '../../../../src/core/facts/columns.ts';

it('unpacks what it packed', () => {
  const columns = fc.dictionary(
    fc.string({ maxLength: 5 }),
    fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 32 }))),
    { maxKeys: 4, noNullPrototype: true },
  );
  fc.assert(
    fc.property(columns, fc.jsonValue(), (columns, beside) => {
      const unpacked = unpackColumns(packColumns({ beside, columns }));
      expect(JSON.stringify(unpacked.beside)).toBe(JSON.stringify(beside));
      expect(Object.entries(unpacked.columns).map(([name, numbers]) => [name, Array.from(numbers)])).toEqual(
        Object.entries(columns),
      );
    }),
  );
});

it('takes one byte for a small span, and none where all is the same', () => {
  const size = (numbers: number[]) => packColumns({ beside: null, columns: { a: numbers } }).length;
  expect(size([1000, 1255]) - size([1000])).toBe(2);
  expect(size([7, 7, 7]) - size([7])).toBe(0);
});

it('says so when it is cut short', () => {
  const packed = packColumns({ beside: null, columns: { a: [1, 2, 3] } });
  expect(() => unpackColumns(packed.subarray(0, packed.length - 1))).toThrow('The column a is cut short.');
});
