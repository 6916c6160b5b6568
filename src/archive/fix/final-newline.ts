import type { Fixer } from './fixer.ts';

/** A file ends with one newline. */
export const finalNewline: Fixer = ({ text }) => {
  if (text.trim() === '' || /[^\n]\n$/.test(text)) return undefined;
  const did = text.endsWith('\n') ? 'took out empty lines at the end' : 'ended the last line';
  return { text: `${text.replace(/\n+$/, '')}\n`, did: [did] };
};
