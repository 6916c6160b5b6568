import { createFormulaRepair, type FormulaRepair } from '../formula-repair.ts';
import { createHtmlToMarkdown } from '../html-to-markdown.ts';
import { Report, type ImportNote } from '../report.ts';
import { fromStackExchange } from './dialect.ts';

/** A text of a dump: the Markdown that was typed, what the site made of it, or both. */
export type SourceText = { id: string; typed?: string | undefined; html?: string | undefined };

/** Texts that belong together: those of a thread, in their order, since a formula may use what an earlier one defines. */
export type TextGroup = { id: string; texts: readonly SourceText[] };

/** The Markdown of a group's texts, in their order, and what the report has to say of them. */
export type ConvertedGroup = { texts: string[]; notes: readonly ImportNote[] };

/** What all texts of one dump have in common. */
export type TextSettings = {
  host: string;
  /** Whether the site uses MathJax. */
  math: boolean;
};

/** Makes the function from the texts of a dump to the archive's Markdown. It remembers nothing from one group to the next. */
export function createTextConverter({ host, math }: TextSettings): (group: TextGroup) => ConvertedGroup {
  let report = new Report();
  let repairOfGroup: FormulaRepair = (tex) => tex;
  const repair: FormulaRepair = (tex, display) => repairOfGroup(tex, display);
  const toMarkdown = createHtmlToMarkdown({ base: `https://${host}/`, math, repair });

  const fromHtml = (id: string, html: string): string => {
    try {
      return toMarkdown(html);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      report.problem('not-converted', id, `the HTML cannot be turned into Markdown (${why}); it is kept as code`);
      return `\`\`\`\`html\n${html}\n\`\`\`\``;
    }
  };
  const fromTyped = (id: string, typed: string, html: string | undefined): string => {
    const { markdown, changes } = fromStackExchange(typed, {
      site: host,
      math,
      repair,
      ...(html === undefined ? {} : { html }),
    });
    for (const change of changes) report.changed(change, id, changeWords[change]);
    return markdown;
  };
  return (group) => {
    const groupReport = new Report();
    report = groupReport;
    repairOfGroup = createFormulaRepair((kind, tex) => groupReport.changed(kind, group.id, tex));
    const texts = group.texts.map(({ id, typed, html }) =>
      typed === undefined ? fromHtml(id, html ?? '') : fromTyped(id, typed, html),
    );
    return { texts, notes: report.notes };
  };
}

const changeWords = {
  'code-language': 'the language of code, in a comment above it, is now on its fence',
  formula: 'a formula over several lines, or one without signs around it, is now between lines of $$, or on one line',
  'dollar-sign': 'dollar signs that would read as a formula are escaped',
  'tag-link': '[tag:…] is now a link',
  'snippet-comment': 'the comments around a snippet are gone',
  heading: 'a heading without a blank behind its # has one now',
  'html-block': 'a blank line parts a comment or a rule in HTML from the text below it',
  'bare-address': 'a bare address is now a link with the title that the site showed, or none where the site made none',
} as const;
