import type { PolicyRuleName } from '../../core/schema/config.ts';
import type { Judgement } from '../policy/judge.ts';
import { codeSpan, safeText, shortened } from './safe-text.ts';

/** The rules for pull requests, the gravest first: what readers would believe, what would run, what cannot be seen, what is a matter of form. */
export const rulesBySeverity: readonly PolicyRuleName[] = [
  'signature',
  'votes',
  'accepted',
  'provenance',
  'source',
  'comments',
  'other-author',
  'authors',
  'license',
  'unreadable',
  'special-file',
  'pages',
  'odd-name',
  'case-only-name',
  'status',
  'address',
  'thread-moved',
  'deletion',
  'tags',
  'size',
  'outside',
  'name',
];

/**
 * What a pull request does that there is a rule about, as a list: what is for curators first, then by the severity of the rule. However much is
 * found, every rule that found something has at least one line, and says how much more it found.
 * @param most findings to show; a rule's first is shown in any case
 */
export function policyList(judgements: readonly Judgement[], most: number): string[] {
  const groups = [...Map.groupBy(judgements, ({ rule, passes }) => `${passes === undefined ? 0 : 1} ${rule}`).values()];
  const sorted = groups.toSorted((a, b) => rankOf(a) - rankOf(b));
  let room = most - sorted.length;
  return sorted.flatMap((group) => {
    const count = Math.min(group.length, 1 + Math.max(0, room));
    room -= count - 1;
    const { rule } = group[0] ?? {};
    const more = group.length > count && rule ? [`- … and ${group.length - count} more (${nameOfRule(rule)})`] : [];
    return [...group.slice(0, count).map(lineOf), ...more];
  });
}

function rankOf([first]: readonly Judgement[]): number {
  if (!first) return 0;
  return rulesBySeverity.indexOf(first.rule) + (first.passes === undefined ? 0 : rulesBySeverity.length);
}

function lineOf({ rule, file, line, message, passes }: Judgement): string {
  const verdict = passes === undefined ? '**For curators**' : `Passes, since ${safeText(passes)}`;
  return `- ${verdict} (${nameOfRule(rule)}) ${codeSpan(`${shortened(file, 200)}:${line}`)}: ${safeText(shortened(message, 400))}`;
}

function nameOfRule(rule: PolicyRuleName): string {
  return codeSpan(`policy-${rule}`);
}
