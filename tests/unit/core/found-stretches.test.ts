import { expect, it } from 'vitest';
import { foundStretches, markableWords } from '../../../src/core/found-stretches.ts';

const found = (text: string, query: string) =>
  foundStretches(text, markableWords(query)).map(({ from, to }) => text.slice(from, to));

it('finds words in any case, and those that begin with a long one', () => {
  expect(found('Lock, locked: Golangs C++ and c.', 'lock golang c++')).toEqual(['Lock', 'locked', 'Golangs', 'C++']);
  expect(found('A blocked cat is a category', 'cat')).toEqual(['cat']);
});

it.each([
  ['in a row', '🚀', 'Go 🚀🚀, done🚀!', ['🚀🚀', '🚀']],
  ['with a tone of skin', '👍', '👍 👍🏽 👎', ['👍', '👍🏽']],
  ['joined to one', '👩‍💻', '👩‍💻 👩‍🔬', ['👩‍💻']],
  ['that are a flag', '🇩🇪', '🇩🇪 🇩🇰', ['🇩🇪']],
  ['that are a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '(🏴󠁧󠁢󠁥󠁮󠁧󠁿)', ['🏴󠁧󠁢󠁥󠁮󠁧󠁿']],
  ['that are a key', '1️⃣', 'Press 1️⃣ or 2️⃣', ['1️⃣']],
  ['in colour and without', '❤️', '❤️ ❤ ♥', ['❤️', '❤']],
  ['of money and of arithmetic', '€ ∞', '5€ < ∞', ['€', '∞']],
])('finds signs %s', (_, query, text, marks) => {
  expect(found(text, query)).toEqual(marks);
});

it('finds none of the signs that the index leaves out', () => {
  expect(found('a -> b | <c>', '-> | <')).toEqual([]);
});
