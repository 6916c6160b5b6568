import type { Dump } from './dump.ts';
import type { Report } from '../report.ts';

/** Says what of a dump belongs to nothing or has no place in an archive. */
export function reportOrphans(dump: Dump, report: Report): void {
  for (const { what, id, parent, line } of dump.orphans()) {
    const place = `${what === 'answers' ? 'Posts' : 'Comments'}.xml:${line}`;
    if (what === 'answers')
      report.problem(
        'orphan',
        place,
        `answer ${id} belongs to question ${parent}, which is not in the dump; it is left out`,
        what,
      );
    else
      report.problem(
        'orphan',
        place,
        `comment ${id} belongs to post ${parent}, which is not imported; it is left out`,
        what,
      );
  }
  for (const { type, count } of dump.otherPosts()) {
    report.info(
      'other-posts',
      `type ${type}`,
      `${count} posts that are neither question, answer nor text of a tag are left out`,
    );
  }
  const mentions = dump.countMentions();
  if (mentions > 0)
    report.info(
      'mentions',
      'PostLinks.xml',
      `${mentions} links of type 1 are not copied: they are found again from the links in the texts`,
    );
}

/** Whether enough questions have something in them that only a formula has. */
export function usesMath(dump: Dump): boolean {
  let seen = 0;
  let found = 0;
  for (const { attributes } of dump.questions()) {
    if (/\$[^$\n]{0,300}(?:\\[a-zA-Z]|[\^_{])[^$\n]{0,300}\$/.test(attributes['Body'] ?? '')) found++;
    if (++seen === 1000) break;
  }
  return found > seen * 0.02;
}
