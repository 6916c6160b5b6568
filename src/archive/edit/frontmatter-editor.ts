import { Document, isMap, isNode, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { keyOrder } from '../write-frontmatter.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/** Frontmatter cannot be edited without a person: it is not valid, or written in a way in which a line cannot be changed alone. */
export class CannotEdit extends Error {}

const fence = '---\n';

/**
 * Edits the frontmatter of a file as text: only the values that change are touched, so that comments, order, quotes and line breaks of
 * the rest stay as a person wrote them. Edits gather, and `result` applies them all.
 * @param text the whole file, with LF line ends and no byte-order mark
 * @throws CannotEdit
 */
export function editFrontmatter(text: string) {
  const close = text.startsWith(fence) ? text.indexOf('\n---', fence.length - 1) : -1;
  if (close === -1) throw new CannotEdit('the file has no frontmatter between two lines of ---');
  const yaml = text.slice(fence.length, close + 1);
  const document = parseDocument(yaml, { version: '1.2', schema: 'core' });
  const root = document.contents;
  if (document.errors.length > 0) throw new CannotEdit('its frontmatter is not valid YAML');
  if (root !== null && !(isMap(root) && !root.flow)) throw new CannotEdit('its frontmatter is not a line for each key');
  const pairs = (root?.items ?? []) as Pair[];
  const edits: TextEdit[] = [];
  /** Of several keys that are added at one place, the order of the calls is kept. */
  const put = (from: number, to: number, replacement: string) =>
    void edits.push({ from: from + fence.length, to: to + fence.length, text: replacement });

  const keyOf = (pair: Pair) => (isScalar(pair.key) ? String(pair.key.value) : '');
  const rangeOf = (node: unknown): [number, number] => {
    if (!isNode(node) || !node.range) throw new CannotEdit('its frontmatter has a value without a place');
    return [node.range[0], node.range[1]];
  };
  /** Where the line behind a value begins. */
  const behind = (pair: Pair): number => {
    let [, end] = rangeOf(pair.value ?? pair.key);
    while (end > 0 && /\s/.test(yaml[end - 1] ?? '')) end--;
    const newline = yaml.indexOf('\n', end);
    return newline === -1 ? yaml.length : newline + 1;
  };

  const editor = {
    /** The values as they were before any edit. */
    data: (document.toJS({ maxAliasCount: 0 }) ?? {}) as Readonly<Record<string, unknown>>,
    /** Sets a key to a value on one line; a new key gets the place that it has in files that importers write. */
    set(key: string, value: unknown): void {
      const pair = pairs.find((candidate) => keyOf(candidate) === key);
      if (pair) {
        const [from, to] = rangeOf(pair.value);
        const isBlock = isMap(pair.value) || isSeq(pair.value) ? !pair.value.flow : /^[|>]/.test(yaml.slice(from, to));
        if (isBlock) put(rangeOf(pair.key)[0], behind(pair), `${key}: ${onOneLine(value)}\n`);
        else put(from, to, (from === to && yaml[from - 1] === ':' ? ' ' : '') + onOneLine(value));
        return;
      }
      const place = keyOrder.indexOf(key);
      const before = pairs.findLast((candidate) => {
        const other = keyOrder.indexOf(keyOf(candidate));
        return other !== -1 && other < place;
      });
      const at = before ? behind(before) : 0;
      put(at, at, `${key}: ${onOneLine(value)}\n`);
    },
    /** Takes a key and its lines out. */
    remove(key: string): void {
      const pair = pairs.find((candidate) => keyOf(candidate) === key);
      if (pair) put(rangeOf(pair.key)[0], behind(pair), '');
    },
    /** Replaces one scalar value, in lists and maps too. */
    replace(path: readonly (string | number)[], value: unknown): void {
      const [from, to] = rangeOf(document.getIn(path, true));
      put(from, to, onOneLine(value));
    },
    /** Gives a key of a map another name. */
    rename(path: readonly (string | number)[], to: string): void {
      const map = path.length === 1 ? root : document.getIn(path.slice(0, -1), true);
      const pair = isMap(map) ? (map.items as Pair[]).find((candidate) => keyOf(candidate) === path.at(-1)) : undefined;
      if (pair) put(...rangeOf(pair.key), to);
    },
    /** Replaces a list of words: on its line, or a line for each as it was. Comments in a list that gets shorter are kept behind it. */
    setList(key: string, items: readonly string[]): void {
      const node = document.getIn([key], true);
      const before: unknown = editor.data[key];
      if (items.length === 0 && node !== undefined) return editor.remove(key);
      if (!isSeq(node) || !Array.isArray(before)) return editor.set(key, items);
      if (before.length === items.length) {
        items.forEach((item, index) => {
          if (item !== before[index]) editor.replace([key, index], item);
        });
        return;
      }
      if (node.comment !== undefined || node.items.some((item) => isNode(item) && (item.comment ?? item.commentBefore)))
        throw new CannotEdit(`the list ${key} has comments in it`);
      if (node.flow === true) {
        const [from, to] = rangeOf(node);
        put(from, to, onOneLine(items));
        return;
      }
      const pair = pairs.find((candidate) => keyOf(candidate) === key);
      if (pair)
        put(rangeOf(pair.key)[0], behind(pair), `${key}:\n${items.map((item) => `  - ${onOneLine(item)}\n`).join('')}`);
    },
    /** The file with all edits. */
    result(): string {
      const changed = applyEdits(text, edits);
      const again = changed.slice(fence.length, changed.indexOf('\n---', fence.length - 1) + 1);
      if (parseDocument(again, { version: '1.2', schema: 'core' }).errors.length > 0)
        throw new CannotEdit('its frontmatter is written in a way that cannot be edited line by line');
      return changed;
    },
  };
  return editor;
}

/** A value as YAML on one line, quoted where it must be. */
function onOneLine(value: unknown): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  if (isMap(document.contents) || isSeq(document.contents))
    (document.contents as Node & { flow?: boolean }).flow = true;
  else if (isScalar(document.contents) && typeof value === 'string' && value.includes('\n'))
    document.contents.type = 'QUOTE_DOUBLE';
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
