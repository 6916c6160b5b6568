import { threadSlug, type TagName } from '../core/ids.ts';
import { alias } from '../core/schema/question.ts';
import { cleanLine, shorten } from './clean-text.ts';
import type { ImportedThread } from './model.ts';
import type { Report } from './report.ts';
import { toTagName } from './tag-name.ts';
import type { Names } from './names.ts';

/** The title on one line, as long as a title may be. */
export function titleOf({ externalId, title }: ImportedThread, report: Report): string {
  const line = cleanLine(title);
  if (line === '') {
    report.changed('no-title', externalId, 'has no title; write one');
    return `Untitled question ${externalId}`;
  }
  if (line.length > 300)
    report.changed(
      'title-shortened',
      externalId,
      `the title has ${line.length} characters, at most 300 are kept: ${line}`,
    );
  return shorten(line, 300);
}

/** The names of the tags, each once, as many as a thread may have. */
export function tagsOf({ externalId, tags }: ImportedThread, report: Report): TagName[] {
  const named = tags.flatMap((text) => {
    const name = toTagName(text);
    if (name === undefined)
      report.changed('tag-dropped', externalId, `${JSON.stringify(text)} has nothing that a tag can be made of`);
    else if (name !== text) report.changed('tag-renamed', externalId, `${text} → ${name}`);
    return name ?? [];
  });
  const unique = [...new Set(named)];
  if (unique.length > 30)
    report.changed(
      'tags-cut',
      externalId,
      `has ${unique.length} tags, 30 are kept; left out: ${unique.slice(30).join(', ')}`,
    );
  return unique.slice(0, 30);
}

/** Why the thread is closed, if it is. */
export function closedReasonOf(
  { externalId, status, closedReason }: ImportedThread,
  report: Report,
): { closedReason?: string } {
  const line = cleanLine(closedReason ?? '');
  if (status !== 'closed' || line === '') return {};
  if (line.length > 300)
    report.changed('reason-shortened', externalId, `the reason has ${line.length} characters: ${line}`);
  return { closedReason: shorten(line, 300) };
}

/** The thread that this one asks again, if that is here. */
export function duplicateOf(thread: ImportedThread, names: Names, report: Report) {
  const { externalId, duplicateOf: original } = thread;
  if (original === undefined) return {};
  const slug = names.slugOf(names.placeOf(original)?.thread ?? original);
  if (slug === undefined) {
    report.changed(
      'duplicate-missing',
      externalId,
      `is a duplicate of ${original}, which is not among what is imported`,
    );
    return {};
  }
  if (!names.mayBeDuplicate(externalId)) {
    report.changed(
      'duplicate-circle',
      externalId,
      `is a duplicate of ${original}, which is a duplicate of this in turn`,
    );
    return {};
  }
  return { duplicateOf: threadSlug.parse(slug) };
}

/** The old addresses that can be aliases and are nobody else's. */
export function aliasesOf({ externalId, aliases }: ImportedThread, names: Names, report: Report): string[] {
  return aliases.filter((path) => {
    const owner = names.ownerOfAlias(path);
    if (!alias.safeParse(path).success) {
      report.changed('alias-dropped', externalId, `the old address ${path} cannot be an alias`);
    } else if (owner !== undefined) {
      report.changed(
        'alias-taken',
        externalId,
        `the address ${path} is taken by ${owner}; set up a redirect for this one elsewhere`,
      );
    } else return true;
    return false;
  });
}
