import type { Definition, FootnoteDefinition, Nodes, Root, Table } from 'mdast';
import { contextOf, placeOf, type RenderFile } from './context.ts';
import { few } from './few.ts';
import type { RenderOptions } from './options.ts';
import type { MarkdownProblem } from './problem.ts';

/** What is in a body that only together says what of it is shown. `within` is the footnote that a reference stands in. */
type Found = {
  notes: FootnoteDefinition[];
  definitions: Definition[];
  tables: Table[];
  noteReferences: { name: string; within: string | undefined }[];
  references: Set<string>;
};

/** Reports the text of a body that Markdown leaves out without a word: footnotes and addresses nobody refers to, or given twice, and cells. */
export function reportUnshown() {
  return (tree: Root, file: RenderFile): void => {
    const { problems, options } = contextOf(file);
    const found = findIn(tree);
    problems.push(
      ...few(unusedNotes(found), options),
      ...few(unusedDefinitions(found), options),
      ...few(
        [
          ...twice(found.notes, isOther, noteTwice(options)),
          ...twice(found.definitions, leadsElsewhere, addressTwice(options)),
        ],
        options,
      ),
      ...few(found.tables.flatMap(lostCells), options),
    );
  };
}

function findIn(tree: Root): Found {
  const found: Found = { notes: [], definitions: [], tables: [], noteReferences: [], references: new Set() };
  const open: { node: Nodes; within: string | undefined }[] = [{ node: tree, within: undefined }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { node } = one;
    let { within } = one;
    if (node.type === 'footnoteReference') found.noteReferences.push({ name: node.identifier, within });
    else if (node.type === 'linkReference' || node.type === 'imageReference') found.references.add(node.identifier);
    else if (node.type === 'definition') found.definitions.push(node);
    else if (node.type === 'table') found.tables.push(node);
    else if (node.type === 'footnoteDefinition') {
      found.notes.push(node);
      within = node.identifier;
    }
    if ('children' in node) for (const child of node.children.toReversed()) open.push({ node: child, within });
  }
  return found;
}

/** A footnote is shown if the text refers to it, or another that is shown does. */
function unusedNotes({ notes, noteReferences }: Found): MarkdownProblem[] {
  if (notes.length === 0) return [];
  const shown = new Set<string>();
  const open = noteReferences.filter(({ within }) => within === undefined);
  for (let one = open.pop(); one; one = open.pop()) {
    const { name } = one;
    if (shown.has(name)) continue;
    shown.add(name);
    open.push(...noteReferences.filter(({ within }) => within === name));
  }
  return notes
    .filter(({ identifier }) => !shown.has(identifier))
    .map((note) => ({
      ...placeOf(note),
      severity: 'warning',
      rule: 'unused-definition',
      message: `the footnote [^${labelOf(note)}] is not shown: no text that is shown refers to it`,
      fix: `write [^${labelOf(note)}] where it belongs, or delete it`,
    }));
}

/** `[Update]: thanks` is no text but an address. What looks like one may be left over; other words were meant to be read. */
function unusedDefinitions({ definitions, references }: Found): MarkdownProblem[] {
  return definitions
    .filter(({ identifier, url }) => !references.has(identifier) && !/[.:/#?@]/.test(url))
    .map((definition) => ({
      ...placeOf(definition),
      severity: 'warning',
      rule: 'unused-definition',
      message: `this line is not shown: [${labelOf(definition)}]: gives an address that no link uses`,
      fix: `write \\[${labelOf(definition)}]: if it is text`,
    }));
}

type Defined = FootnoteDefinition | Definition;

function twice<T extends Defined>(
  definitions: readonly T[],
  isLost: (second: T, first: T) => boolean,
  message: (label: string, line: number) => string,
): MarkdownProblem[] {
  const first = new Map<string, T>();
  return definitions.flatMap((definition): MarkdownProblem[] => {
    const before = first.get(definition.identifier);
    if (!before) first.set(definition.identifier, definition);
    if (!before || !isLost(definition, before)) return [];
    return [
      {
        ...placeOf(definition),
        severity: 'warning',
        rule: 'defined-twice',
        message: message(labelOf(definition), placeOf(before).line),
        fix: 'give one of the two another name, or delete it',
      },
    ];
  });
}

const isOther = () => true;
const leadsElsewhere = (second: Definition, first: Definition) =>
  second.url !== first.url || (second.title ?? '') !== (first.title ?? '');
const noteTwice =
  ({ firstLine = 1 }: RenderOptions) =>
  (label: string, line: number) =>
    `the footnote [^${label}] is there a second time; only the first, in line ${line + firstLine - 1}, is shown`;
const addressTwice =
  ({ firstLine = 1 }: RenderOptions) =>
  (label: string, line: number) =>
    `the address of [${label}] is given a second time; only the first, in line ${line + firstLine - 1}, is used`;

function labelOf({ label, identifier }: Defined): string {
  return label ?? identifier;
}

function lostCells({ children: rows, align }: Table): MarkdownProblem[] {
  const columns = align?.length ?? rows[0]?.children.length ?? 0;
  return rows.flatMap((row): MarkdownProblem[] => {
    const lost = row.children.slice(columns).find((cell) => cell.children.length > 0);
    if (!lost) return [];
    return [
      {
        ...placeOf(lost),
        severity: 'warning',
        rule: 'lost-cells',
        message: `the row has ${row.children.length} cells and the table ${columns} columns: from here on it is not shown`,
        fix: 'add columns to the first two lines of the table, or write \\| for a bar that is text',
      },
    ];
  });
}
