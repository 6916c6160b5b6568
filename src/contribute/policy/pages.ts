import { finding, type PolicyRule } from './rule.ts';

export const pages: PolicyRule = {
  what: 'The pages that curators write are as they were.',
  why: 'They are MDX, which is code: it runs while the site is built.',
  check: ({ change }) =>
    change.files.flatMap(({ place, name }) =>
      place.kind === 'page'
        ? [finding(name, 'this touches a page that curators write, which can run code', 'leave it as it was')]
        : [],
    ),
};
