import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Comparable } from '../../src/core/term-vector.ts';
import { Report } from '../../src/import/report.ts';
import { postOfUrl } from '../../src/import/stackexchange/post-of-url.ts';
import { toTags } from '../../src/import/stackexchange/values.ts';
import { xmlRows } from '../../src/import/stackexchange/xml-rows.ts';

/** A question of a dump with its answers; ids grow with time. */
export type DumpedThread = Comparable & { id: number };
/** Two questions of which people said that one asks the other again, or cited one in the other. */
export type QuestionPair = { newer: number; older: number };

/**
 * Reads the questions of a Stack Exchange dump, and the pairs of them that PostLinks.xml names. Links between posts of the site are taken out of the
 * texts, the words they are shown with included: they say which questions belong together, which is what is to be found out.
 */
export async function readQuestionPairs(
  folder: string,
  site: string,
): Promise<{ threads: DumpedThread[]; pairs: QuestionPair[] }> {
  const threads = new Map<number, DumpedThread & { answers: string[] }>();
  for await (const row of rows(folder, 'Posts')) {
    const text = textOf(row['Body'] ?? '', site);
    const id = Number(row['Id']);
    if (row['PostTypeId'] === '1')
      threads.set(id, { id, title: row['Title'] ?? '', tags: toTags(row['Tags']), question: text, answers: [] });
    else if (row['PostTypeId'] === '2') threads.get(Number(row['ParentId']))?.answers.push(text);
  }
  const pairs: QuestionPair[] = [];
  for await (const row of rows(folder, 'PostLinks')) {
    const [older = 0, newer = 0] = [Number(row['PostId']), Number(row['RelatedPostId'])].sort((a, b) => a - b);
    if (threads.has(older) && threads.has(newer)) pairs.push({ newer, older });
  }
  return { threads: [...threads.values()], pairs };
}

async function* rows(folder: string, file: string): AsyncGenerator<Readonly<Record<string, string>>> {
  for await (const batch of xmlRows(join(folder, `${file}.xml`), new Report(), () => undefined))
    for (const { attributes } of batch) yield attributes;
}

function textOf(html: string, site: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName !== 'a' || !parent || index === undefined) return undefined;
    if (postOfUrl(String(node.properties['href'] ?? ''), site) === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return toString(tree as Nodes);
}
