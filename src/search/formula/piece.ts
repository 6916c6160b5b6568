import type { Edge } from './edge.ts';

/** A stretch of a formula on one line. */
export type Piece = {
  /** Still escaped as HTML. */
  text: string;
  /** What it is as a whole: by that it needs parentheses, or none, where something is done to it. */
  shape: 'single' | 'mark' | 'bracketed' | 'indexed' | 'raised' | 'root' | 'product' | 'row';
  /** How it begins and ends. */
  first: Edge;
  last: Edge;
};

export const nothing: Piece = { text: '', shape: 'single', first: 'none', last: 'none' };

/** A space, if there is something at both of its sides. */
export const gap: Piece = { text: '', shape: 'single', first: 'gap', last: 'gap' };

/** A bracket that is left out beside one that is not: the right one of cases. */
export const openEnd: Piece = { ...nothing };

/** The end of a line of a formula that is not a table. */
export const lineEnd: Piece = { ...gap };

/** Where the indices before a name begin. */
export const prescripts: Piece = { ...nothing };

export function isGap({ text, first }: Piece): boolean {
  return text === '' && first === 'gap';
}

/** In parentheses, unless it is one thing as it is, or of one of these shapes. */
export function operand({ text, shape }: Piece, ...bare: Piece['shape'][]): string {
  const isOne = shape === 'single' || shape === 'mark' || shape === 'bracketed' || bare.includes(shape);
  return isOne ? text : `(${text})`;
}
