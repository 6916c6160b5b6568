import { accepted } from './accepted.ts';
import { address } from './address.ts';
import { authors } from './authors.ts';
import { caseOnlyName } from './case-only-name.ts';
import { comments } from './comments.ts';
import { deletion } from './deletion.ts';
import { license } from './license.ts';
import { name } from './name.ts';
import { oddName } from './odd-name.ts';
import { otherAuthor } from './other-author.ts';
import { outside } from './outside.ts';
import { pages } from './pages.ts';
import { provenance } from './provenance.ts';
import type { PolicyRule, PolicyRuleName } from './rule.ts';
import { signature } from './signature.ts';
import { size } from './size.ts';
import { source } from './source.ts';
import { specialFile } from './special-file.ts';
import { status } from './status.ts';
import { tags } from './tags.ts';
import { threadMoved } from './thread-moved.ts';
import { unreadable } from './unreadable.ts';
import { votes } from './votes.ts';

/** The rules for pull requests, by the names that `policy.allow` in the configuration takes. */
export const policyRules: Readonly<Record<PolicyRuleName, PolicyRule>> = {
  accepted,
  address,
  authors,
  'case-only-name': caseOnlyName,
  comments,
  deletion,
  license,
  name,
  'odd-name': oddName,
  'other-author': otherAuthor,
  outside,
  pages,
  provenance,
  signature,
  size,
  source,
  'special-file': specialFile,
  status,
  tags,
  'thread-moved': threadMoved,
  unreadable,
  votes,
};
