import type { Fixer } from './fixer.ts';

export const byteOrderMark: Fixer = ({ text }) =>
  text.startsWith('\u{feff}') ? { text: text.slice(1), did: ['took out the byte-order mark'] } : undefined;
