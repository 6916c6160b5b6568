import { isSameValue, labelOf, placeOfKey, readableChanges } from './fields.ts';
import { finding, type PolicyRule } from './rule.ts';

export const provenance: PolicyRule = {
  what: 'Votes that are written say where they are from.',
  why: 'Votes are imported, with source and day, or counted here, with day and method; others cannot be told from made up ones.',
  check: ({ change }) =>
    readableChanges(change).flatMap((post) => {
      const { name, before, after } = post;
      const { votes, source, counted } = after.frontmatter;
      if (votes === (before?.frontmatter.votes ?? 0)) return [];
      const isImported =
        source?.retrieved !== undefined && !isSameValue(source.retrieved, before?.frontmatter.source?.retrieved);
      const isCounted = counted !== undefined && !isSameValue(counted, before?.frontmatter.counted);
      if (isImported || isCounted) return [];
      return [
        finding(
          name,
          `the votes of ${labelOf(post)} change to ${votes}, and nothing says how they were counted`,
          'write counted: {date: 2026-01-31, method: how they were counted}, or source: with retrieved: for imported ones',
          placeOfKey(after, 'votes'),
        ),
      ];
    }),
};
