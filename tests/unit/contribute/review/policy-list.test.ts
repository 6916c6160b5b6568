import { expect, test } from 'vitest';
import type { Judgement } from '../../../../src/contribute/policy/judge.ts';
import { policyList, rulesBySeverity } from '../../../../src/contribute/review/policy-list.ts';
import { policyRuleNames, type PolicyRuleName } from '../../../../src/core/schema/config.ts';

const judgement = (rule: PolicyRuleName, message: string, passes?: string): Judgement => ({
  rule,
  file: 'a.md',
  line: 1,
  column: 1,
  message,
  fix: '',
  ...(passes === undefined ? {} : { passes }),
});

test('every rule has a severity, once', () => {
  expect(rulesBySeverity.toSorted()).toEqual(policyRuleNames.toSorted());
});

test('what is for curators, then by severity; a rule says how much more it found, however little room there is', () => {
  const found = [
    judgement('name', 'unknown', 'it may'),
    judgement('outside', 'one'),
    judgement('outside', 'two'),
    judgement('outside', 'three'),
    judgement('votes', 'nine'),
    judgement('signature', 'passes', 'it may'),
  ];
  expect(policyList(found, 5)).toEqual([
    '- **For curators** (`policy-votes`) `a.md:1`: nine',
    '- **For curators** (`policy-outside`) `a.md:1`: one',
    '- **For curators** (`policy-outside`) `a.md:1`: two',
    '- … and 1 more (`policy-outside`)',
    '- Passes, since it may (`policy-signature`) `a.md:1`: passes',
    '- Passes, since it may (`policy-name`) `a.md:1`: unknown',
  ]);
  expect(policyList(found, 1)).toEqual([
    '- **For curators** (`policy-votes`) `a.md:1`: nine',
    '- **For curators** (`policy-outside`) `a.md:1`: one',
    '- … and 2 more (`policy-outside`)',
    '- Passes, since it may (`policy-signature`) `a.md:1`: passes',
    '- Passes, since it may (`policy-name`) `a.md:1`: unknown',
  ]);
});
