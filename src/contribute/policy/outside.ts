import { finding, type PolicyRule } from './rule.ts';

/** Files that something executes or obeys: a build, a workflow, git, an editor. */
const dangerous =
  /(?:^|\/)(?:\.git[^/]*|\.github|\.gitlab[^/]*|\.forgejo|\.gitea|\.woodpecker[^/]*|\.npmrc|\.husky|\.vscode|package(?:-lock)?\.json|Makefile|Dockerfile)(?:\/|$)|\.(?:[cm]?[jt]sx?|astro|mdx|sh|ya?ml|py|json)$/i;

export const outside: PolicyRule = {
  what: 'A contribution consists of threads.',
  why: 'What lies elsewhere is the software, its settings and its workflows, which run with the rights of the archive.',
  check: ({ change, contentName }) =>
    change.files.flatMap(({ place, name, before, after }) => {
      if (place.kind !== 'outside' && place.kind !== 'stray') return [];
      const verb = !before ? 'adds' : after ? 'changes' : 'deletes';
      const what = dangerous.test(name)
        ? 'a file that programs run or obey'
        : place.kind === 'stray'
          ? 'a file that is no part of an archive'
          : 'a file outside the content';
      return [
        finding(
          name,
          `this ${verb} ${what}`,
          `leave it as it was: contributions are ${contentName}/threads/<slug>/question.md, answers/<id>.md and images/`,
        ),
      ];
    }),
};
