import type { Fixer } from './fixer.ts';

export const lineEnds: Fixer = ({ text }) =>
  text.includes('\r') ? { text: text.replace(/\r\n?/g, '\n'), did: ['made line ends LF'] } : undefined;
