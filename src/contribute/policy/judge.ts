import type { RuleText } from '../../archive/rules/catalogue.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { policyRuleNames } from '../../core/schema/config.ts';
import type { Finding, PolicyRuleName, PolicySubject } from './rule.ts';
import { policyRules } from './rules.ts';

/** What a pull request does, the rule that it is about, and whether it passes. */
export type Judgement = Finding & {
  rule: PolicyRuleName;
  /** What lets it pass; absent if nothing does. */
  passes?: string;
};

/** Judges a change by every rule, in the order of their names. */
export function judge(subject: PolicySubject): Judgement[] {
  const { actor, config } = subject;
  return policyRuleNames.flatMap((rule) => {
    const { check, needsActor = false } = policyRules[rule];
    const passes = actor?.isCurator
      ? `${actor.account} is in policy.curators`
      : config.policy.allow.includes(rule)
        ? `policy.allow has ${rule}`
        : !actor && needsActor
          ? 'nobody said who opened the pull request'
          : undefined;
    // Without knowing who it was, every new post would be somebody else's.
    if (!actor && rule === 'signature') return [];
    return check(subject).map((found) => ({ ...found, rule, ...(passes === undefined ? {} : { passes }) }));
  });
}

/** Judgements as diagnostics: errors, or warnings if they pass. */
export function asDiagnostics(judgements: readonly Judgement[]): Diagnostic[] {
  return judgements.map(({ file, line, column, message, fix, rule, passes }) => ({
    file,
    line,
    column,
    severity: passes === undefined ? 'error' : 'warning',
    rule: `policy-${rule}`,
    message: passes === undefined ? `${message}; that is for curators` : `${message}; it passes, since ${passes}`,
    ...(passes === undefined ? { fix } : {}),
  }));
}

/** The texts of the rules, by the names that diagnostics give them. */
export const policyCatalogue: Readonly<Record<string, RuleText>> = Object.fromEntries(
  policyRuleNames.map((name) => [`policy-${name}`, { what: policyRules[name].what, why: policyRules[name].why }]),
);
