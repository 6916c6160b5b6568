import type { Query, Term } from '../query/query.ts';
import { isKindOfPost } from './match.ts';
import type { FactsName } from './tables.ts';

/** The files that a query is answered from; none if it asks for words alone. */
export function factsNeeded(query: Query): Set<FactsName> {
  const ofPosts = query.some(isKindOfPost);
  const terms = query.flat();
  if (terms.every((term) => term.kind === 'text' && term.field !== 'code')) return new Set();
  return new Set<FactsName>(['common', ...terms.flatMap((term) => filesOf(term, ofPosts))]);
}

function filesOf({ kind, ...term }: Term, ofPosts: boolean): FactsName[] {
  switch (kind) {
    case 'tag':
      return ['tags'];
    case 'user':
      return ['authors'];
    case 'license':
      return ['licenses'];
    case 'thread':
      return ['slugs'];
    case 'active':
      return ['created', 'active'];
    case 'text':
      if ('field' in term && term.field === 'code') return ['places', 'code'];
      return ofPosts && 'field' in term && term.field !== 'title' ? ['places'] : [];
    case 'votes':
    case 'created':
      return ofPosts ? [kind, 'posts'] : [kind];
    case 'has':
      return ofPosts ? ['posts'] : [];
    default:
      return [];
  }
}
