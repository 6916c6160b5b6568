import { nearest } from '../nearest.ts';
import type { Hint } from '../query/hint.ts';
import type { Query } from '../query/query.ts';
import { isInLanguage } from './match.ts';
import type { FactsTable } from './table.ts';
import { slugHash } from './tables.ts';

/** Names that a hint lists at most. */
const mostListed = 6;

/** Hints about tags, authors, threads, languages and licenses that the archive does not have. */
export function unknownNames(text: string, query: Query, table: FactsTable): Hint[] {
  return query.flat().flatMap((term): Hint[] => {
    if (term.kind === 'tag' && table.tagId(term.tag) === undefined) {
      const near = nearest(term.tag, table.tagNames());
      return hint(text, 'unknownTag', `[${term.tag}]`, near && `[${near}]`);
    }
    if (term.kind === 'user' && table.authorId(term.handle) === undefined) {
      const near = nearest(term.handle, table.handles());
      return hint(text, 'unknownUser', `user:${term.handle}`, near && `user:${near}`);
    }
    if (term.kind === 'thread' && !table.hasSlug(slugHash(term.slug)))
      return hint(text, 'unknownThread', `in:${term.slug}`);
    if (term.kind === 'lang' && !table.langs().some((lang) => isInLanguage(lang, term.lang)))
      return hint(text, 'unknownLang', `lang:${term.lang}`, undefined, listed('lang', table.langs()));
    if (term.kind === 'license' && table.licenseId(term.license) === undefined) {
      const near = nearest(term.license, table.licenses());
      const instead = near && `license:${near}`;
      return hint(text, 'unknownLicense', `license:${term.license}`, instead, listed('license', table.licenses()));
    }
    return [];
  });
}

function listed(operator: string, names: readonly string[]): string[] {
  return names.slice(0, mostListed).map((name) => `${operator}:${name}`);
}

function hint(text: string, kind: Hint['kind'], what: string, instead?: string, allowed?: readonly string[]): Hint[] {
  const from = text.toLowerCase().indexOf(what);
  const place = from < 0 ? { from: 0, to: 0 } : { from, to: from + what.length };
  return [
    {
      kind,
      ...place,
      what,
      ...(from < 0 || instead === undefined ? {} : { instead }),
      ...(allowed === undefined ? {} : { allowed }),
    },
  ];
}
