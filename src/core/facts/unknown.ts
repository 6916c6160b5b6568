import { nearest } from '../nearest.ts';
import type { Hint } from '../query/hint.ts';
import { parseQuery } from '../query/parse.ts';
import type { Term } from '../query/query.ts';
import { isInLanguage } from './match.ts';
import type { FactsTable } from './table.ts';
import { slugHash } from './tables.ts';

/** Names that a hint lists at most. */
const mostListed = 6;

/** Hints about tags, authors, threads, languages and licenses that the archive does not have. */
export function unknownNames(text: string, table: FactsTable): Hint[] {
  const { query, places } = parseQuery(text);
  const hints = query.flat().flatMap((term): Hint[] => {
    const { from, to } = places.get(term) ?? { from: 0, to: 0 };
    const unknown = unknownName(term, table);
    return unknown ? [{ ...unknown, from, to, what: text.slice(from, to) }] : [];
  });
  // What is written twice is told once.
  return hints.filter(({ what }, index) => hints.findIndex((hint) => hint.what === what) === index);
}

/** What a term names, if the archive does not have it, and what is near. */
function unknownName(term: Term, table: FactsTable): Pick<Hint, 'kind' | 'instead' | 'allowed'> | undefined {
  if (term.kind === 'tag' && table.tagId(term.tag) === undefined) {
    const near = nearest(term.tag, table.tagNames());
    return { kind: 'unknownTag', ...instead(near && `[${near}]`) };
  }
  if (term.kind === 'user' && table.authorId(term.handle) === undefined) {
    const near = nearest(term.handle, table.handles());
    return { kind: 'unknownUser', ...instead(near && `user:${near}`) };
  }
  if (term.kind === 'thread' && !table.hasSlug(slugHash(term.slug))) return { kind: 'unknownThread' };
  if (term.kind === 'lang' && !table.langs().some((lang) => isInLanguage(lang, term.lang)))
    return { kind: 'unknownLang', allowed: listed('lang', table.langs()) };
  if (term.kind === 'license' && table.licenseId(term.license) === undefined) {
    const near = nearest(term.license, table.licenses());
    return {
      kind: 'unknownLicense',
      ...instead(near && `license:${near}`),
      allowed: listed('license', table.licenses()),
    };
  }
  return undefined;
}

function instead(text: string | undefined): Pick<Hint, 'instead'> {
  return text === undefined ? {} : { instead: text };
}

function listed(operator: string, names: readonly string[]): string[] {
  return names.slice(0, mostListed).map((name) => `${operator}:${name}`);
}
