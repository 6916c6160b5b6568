import { expect, it } from 'vitest';
import { excerptParts } from '../../../src/core/excerpt-parts.ts';

const plain = (text: string) => ({ text, marked: false });
const mark = (text: string) => ({ text, marked: true });

/** Words, of which those between asterisks were found. */
const words = (text: string) =>
  text.split(' ').map((word) => ({ text: word.replaceAll('*', ''), isFound: word.startsWith('*') }));

it('tells marked words from others, and leaves punctuation out of the mark', () => {
  expect(excerptParts(words('In *C++,* or *(“lock”)* it.'), ' ')).toEqual([
    plain('In '),
    mark('C++'),
    plain(', or (“'),
    mark('lock'),
    plain('”) it.'),
  ]);
});

it('shows markup and entities of the text as text', () => {
  expect(excerptParts(words('A <mark>b</mark> *<img* src=x onerror=alert(1)> &lt;.'), ' ')).toEqual([
    plain('A <mark>b</mark> <'),
    mark('img'),
    plain(' src=x onerror=alert(1)> &lt;.'),
  ]);
});

it('marks of an address only the words that were searched for', () => {
  expect(excerptParts(words('See *https://example.org/how-votes-work#a.*'), ' ', 'voted')).toEqual([
    plain('See https://example.org/how-'),
    mark('votes'),
    plain('-work#a.'),
  ]);
});

it('marks all of a word that has none of the letters that were typed', () => {
  expect(excerptParts(words('Über *Häuser-Märkte.*'), ' ', 'hauser')).toEqual([
    plain('Über '),
    mark('Häuser'),
    plain('-'),
    mark('Märkte'),
    plain('.'),
  ]);
});

it.each(['🚀', '👩‍💻', '👍🏽', '🇩🇪', '1️⃣', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '€', '→'])(
  'marks the sign %s, and not the punctuation around it',
  (sign) => {
    const found = [plain('It ('), mark(sign), plain('!) works.')];
    expect(excerptParts(words(`It *(${sign}!) works.`), ' ', sign)).toEqual(found);
  },
);

it('marks of signs and a word in one only what was searched for, and of two signs that begin alike one', () => {
  expect(excerptParts(words('Is *done🚀.'), ' ', '🚀')).toEqual([plain('Is done'), mark('🚀'), plain('.')]);
  expect(excerptParts(words('Is *done🚀.'), ' ', 'done')).toEqual([plain('Is '), mark('done'), plain('🚀.')]);
  expect(excerptParts(words('By *👩‍🔬/👩‍💻.'), ' ', '👩‍💻')).toEqual([plain('By 👩‍🔬/'), mark('👩‍💻'), plain('.')]);
});

it('puts nothing between words where nothing is', () => {
  const found = ['如何', '锁定', '文件', '？'].map((text) => ({ text, isFound: text === '锁定' }));
  expect(excerptParts(found, '', '锁定')).toEqual([plain('如何'), mark('锁定'), plain('文件？')]);
});

it('says where it is cut', () => {
  expect(excerptParts(words('or *lock*'), ' ')).toEqual([plain('… or '), mark('lock'), plain(' …')]);
  expect(excerptParts(words('*Lock* it!'), ' ')).toEqual([mark('Lock'), plain(' it!')]);
});

it('has nothing of nothing', () => {
  expect(excerptParts([], ' ')).toEqual([]);
  expect(excerptParts(words(''), ' ')).toEqual([]);
});
