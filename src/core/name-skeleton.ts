/** Letters of other scripts, and digits, by the letters that readers take them for. Capitals are looked up first: `Η` is like H, `η` like n. */
const lookalikes: Readonly<Record<string, string>> = {
  ...pairs('АВЕНІЈКМОРЅТУХԚԜҮҺӀСӨԀ', 'abehijkmopstyxqwyhlcod'),
  ...pairs('авеһіјкморѕтухԛԝүнӏсгԁѵ', 'abehijkmopstyxqwyhlcrdv'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ', 'abezhikmnoptyxcj'),
  ...pairs('αβεγηικνορστυχωϲ', 'abeynikvopotuxwc'),
};
/** What is alike within Latin letters and digits in many typefaces. */
const alike: Readonly<Record<string, string>> = { i: 'l', ı: 'l', 1: 'l', 0: 'o' };

/**
 * What a name looks like: two names that readers may take for one have the same skeleton. It has letters and digits only, and is no name
 * itself; it is empty for a name of signs. After the skeleton of Unicode TS 39, section 4 (https://www.unicode.org/reports/tr39/), with the
 * lookalikes of Latin letters alone and, beyond it, without case, accents, punctuation, symbols, blanks and what nobody sees.
 */
export function nameSkeleton(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]|\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(bare, (letter) => {
    const small = lookalikes[letter] ?? letter.toLowerCase();
    return Array.from(lookalikes[small] ?? small, (one) => alike[one] ?? one).join('');
  })
    .join('')
    .normalize('NFKC');
}

function pairs(from: string, to: string): Record<string, string> {
  const latin = [...to];
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, latin[index] ?? letter]));
}
