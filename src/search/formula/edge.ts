/** How the beginning or the end of a stretch of a formula stands to what is beside it. */
export type Edge =
  | 'none'
  | 'letter'
  | 'digit'
  | 'word'
  | 'open'
  | 'close'
  /** Opens and closes alike: `|x|`, `⟨0|1⟩`. */
  | 'bar'
  /** Stands close to both of its neighbours: `⊗`, `/`, the minus of a negative number. */
  | 'tight'
  | 'additive'
  | 'relation'
  | 'separator'
  /** Belongs to what is before it: a full stop, an exclamation mark, an ellipsis. */
  | 'point'
  /** A sum, an integral, a limit: what it is of comes behind it. */
  | 'big'
  | 'script'
  | 'fraction'
  | 'root'
  /** A space is wanted here. */
  | 'gap';

export function edges(...list: Edge[]): ReadonlySet<Edge> {
  return new Set(list);
}

/** What a name or a number begins with. */
export const names = edges('letter', 'digit', 'word', 'root');

/** What something ends with that an operator may stand behind. */
export const ends = edges('letter', 'digit', 'word', 'close', 'bar', 'script', 'fraction', 'point');

const patterns: readonly [Edge, RegExp][] = [
  ['digit', /^\p{N}/u],
  // Arrows up and down are names of states.
  ['letter', /^[\p{L}↑↓↕]/u],
  ['additive', /^[-+±∓⊕⊖∪∩∨∧∔⊎⊔⊓]/u],
  ['separator', /^[,;:]$/],
  ['relation', /^(?::=|[=<>\u2190-\u21ff∈-∍∝∤-∦∴∵∼-≿⊂-⊋⊏-⊒⊢⊣⊦-⊸⊲-⊷⋐⋑⋖-⋭⟂\u27f0-\u297f\u2a66-\u2aff])/u],
  ['big', /^[∏-∑∫-∳⋀-⋃\u2a00-\u2a1c]/u],
  ['bar', /^[|‖]$/u],
  ['open', /^[\p{Ps}\p{Pi}]/u],
  ['close', /^[\p{Pe}\p{Pf}]/u],
  ['point', /^[.!?…]$/u],
  ['tight', /^[\p{Sm}\p{P}]/u],
];

/** @param symbol one character, or few that are one sign */
export function edgeOf(symbol: string): Edge {
  return patterns.find(([, pattern]) => pattern.test(symbol))?.[0] ?? 'letter';
}
