import { finding, type PolicyRule } from './rule.ts';

/** Control characters, what reorders or hides text, bytes that are not UTF-8, and what other file systems and shells take for something else. */
const odd = /[\p{C}\p{Zl}\p{Zp}\ufffd\\:*?"<>|`$]|(?:^|\/)(?:-|\s)|[\s.](?:\/|$)/u;

export const oddName: PolicyRule = {
  what: 'File names have no characters that cannot be seen or that mean something else elsewhere.',
  why: 'They can forge what tools print, hide what a file is, and keep others from checking the archive out.',
  check: ({ change }) =>
    change.files.flatMap(({ name, path, after }) =>
      after && odd.test(path)
        ? [
            finding(
              name,
              `the name ${JSON.stringify(path)} is not safe`,
              'use the letters a-z, digits, hyphens and dots',
            ),
          ]
        : [],
    ),
};
