import { finding, type PolicyRule } from './rule.ts';

const kinds = {
  link: { what: 'a symbolic link, which could publish files from outside', fix: 'put a copy of the file in its place' },
  submodule: { what: 'another repository, whose files nobody reviews', fix: 'remove it, or add its files' },
  executable: { what: 'a file that may be executed', fix: 'take the right away: git update-index --chmod=-x FILE' },
} as const;

export const specialFile: PolicyRule = {
  what: 'Every file is a plain file.',
  why: 'Symbolic links, submodules and programs bring in what cannot be seen in the pull request.',
  check: ({ change }) =>
    change.files.flatMap(({ name, before, after }) => {
      if (!after || after.kind === 'file' || after.kind === before?.kind) return [];
      const { what, fix } = kinds[after.kind];
      return [finding(name, `this is ${what}`, fix)];
    }),
};
