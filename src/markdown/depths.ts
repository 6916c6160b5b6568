/**
 * How deep things may be inside each other. Steps of the pipeline call themselves for each level, and how often they can depends on the
 * stack, which differs from the main thread to a worker and from machine to machine: so these are fixed, far below what any stack holds,
 * and checked by loops before such a step begins.
 */

/** Levels of the tree of Markdown, and of the tree of HTML when raw HTML is part of it: quotations, lists, emphasis, links, elements. */
export const deepestTree = 200;

/** Groups, brackets and commands of a formula that are open at once. Of 9,943 formulas of an imported site none has more than 12. */
export const deepestFormula = 50;

/** Brackets of code that are open at once, and levels of highlighting; code beyond is shown without colours. */
export const deepestCode = 100;
