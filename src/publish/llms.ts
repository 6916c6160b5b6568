import type { ListItem, RootContent } from 'mdast';
import type { Config } from '../core/schema/config.ts';
import type { ThreadSummary } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import { lineOfText, markdownDocument } from './markdown-document.ts';

/**
 * llms.txt (llmstxt.org): what the archive is, and where the Markdown of its best threads is.
 * @param best threads, the best first; the caller decides how many
 */
export function llms(
  { title, description, license }: Pick<Config, 'title' | 'description' | 'license'>,
  best: readonly ThreadSummary[],
  urls: Urls,
): string {
  const link = (text: string, path: string): RootContent => ({
    type: 'link',
    url: urls.absolute(path),
    children: [lineOfText(text)],
  });
  const item = (text: string, path: string, note: string): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [
      {
        type: 'paragraph',
        children: [link(text, path), { type: 'text', value: ': ' }, lineOfText(note)],
      } as ListItem['children'][number],
    ],
  });
  const section = (heading: string, items: ListItem[]): RootContent[] =>
    items.length === 0
      ? []
      : [
          { type: 'heading', depth: 2, children: [lineOfText(heading)] },
          { type: 'list', spread: false, children: items },
        ];
  return markdownDocument([
    { type: 'heading', depth: 1, children: [lineOfText(title)] },
    { type: 'blockquote', children: [{ type: 'paragraph', children: [lineOfText(description)] }] },
    {
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: `A thread is a question and its answers, the accepted one first, then by votes. Each is at questions/<slug>/, as Markdown at questions/<slug>.md and as JSON at questions/<slug>.json. Posts are licensed under ${license} unless they say otherwise.`,
        },
      ],
    },
    ...section(
      'Threads',
      best.map(({ slug, title: question, excerpt, answerCount, hasAccepted }) =>
        item(question, urls.threadMarkdown(slug), `${answers(answerCount, hasAccepted)}. ${excerpt}`),
      ),
    ),
    ...section('Optional', [
      item('Sitemap', urls.file('sitemap-index.xml'), 'the address of every page'),
      item('Feed', urls.file('feed.json'), 'the newest threads'),
      item('Tags', urls.tags(), 'what the threads are about'),
    ]),
  ]);
}

function answers(count: number, hasAccepted: boolean): string {
  const counted = count === 0 ? 'no answer' : count === 1 ? '1 answer' : `${count} answers`;
  return hasAccepted ? `${counted}, one accepted` : counted;
}
