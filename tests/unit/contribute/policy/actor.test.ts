import { expect, test } from 'vitest';
import { actorOf } from '../../../../src/contribute/policy/actor.ts';
import { policySchema } from '../../../../src/core/schema/config.ts';

const policy = policySchema.parse({ curators: ['Marta-M'], handles: { AdaLovelace1815: 'ada' } });

test.each([
  ['ilya', { account: 'ilya', handle: 'ilya', isCurator: false }],
  ['@Marta-M', { account: 'marta-m', handle: 'marta-m', isCurator: true }],
  ['adalovelace1815', { account: 'adalovelace1815', handle: 'ada', isCurator: false }],
  ['ada', { account: 'ada', isCurator: false }],
  ['anonymous', { account: 'anonymous', isCurator: false }],
  ['dependabot[bot]', { account: 'dependabot[bot]', isCurator: false }],
])('%s', (account, actor) => {
  expect(actorOf(account, policy)).toEqual(actor);
});
