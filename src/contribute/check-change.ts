import { archiveProblems, loadArchive, type LoadedArchive, type LoadOptions } from '../archive/load.ts';
import { compareDiagnostics, type Diagnostic } from '../core/diagnostic.ts';
import { claimants } from './change/claimants.ts';
import { changeScope } from './change/change-scope.ts';
import type { ContentChange } from './change/content-change.ts';
import { openChange } from './change/open-change.ts';
import { actorOf } from './policy/actor.ts';
import { asDiagnostics, judge, type Judgement } from './policy/judge.ts';
import { knownNames } from './policy/known-names.ts';

export type CheckOptions = Omit<LoadOptions, 'only' | 'onPage'> & {
  /** What the change is to be merged into: a branch, a tag or a hash. */
  base: string;
  /** The commit that the change ends at; absent, it is what is on disk now. The content is read from the disk either way. */
  head?: string;
  /** The account on the forge that opened the pull request. */
  actor?: string;
};

/** A change, what the rules of the content and those for pull requests say of it. */
export type CheckedChange = {
  change: ContentChange;
  judgements: Judgement[];
  /** What is wrong in the threads that it touches, or anywhere if it can break others. */
  problems: Diagnostic[];
  /** Both, as diagnostics, in the order of files and lines. */
  diagnostics: Diagnostic[];
  archive: LoadedArchive;
};

/**
 * Checks what a branch changes: as much of the content as it can break, and the policy.
 * @throws {GitError} if the content is in no repository, or git does not know the commits
 */
export async function checkChange(options: CheckOptions): Promise<CheckedChange> {
  const { contentName, config, actor } = options;
  const { change, paths } = openChange(options);
  const { only, covers } = changeScope(change, contentName);
  const near = only && new Set([...only, ...claimants(options.contentDir, newSlugs(change))]);
  const archive = await loadArchive({ ...options, ...(near ? { only: near, isAsked: covers } : {}) });
  const problems = [...archive.diagnostics.filter(covers), ...(near ? archiveProblems(archive.threads) : [])];
  const judgements = judge({
    change,
    ...(actor === undefined ? {} : { actor: actorOf(actor, config.policy) }),
    config,
    knownNames: knownNames(archive.authors, config.policy),
    paths,
    contentName,
  });
  return {
    change,
    judgements,
    problems,
    diagnostics: [...problems, ...asDiagnostics(judgements)].sort(compareDiagnostics),
    archive,
  };
}

function newSlugs({ posts }: ContentChange): Set<string> {
  return new Set(posts.flatMap(({ id, slug, before }) => (id === undefined && !before ? [slug] : [])));
}
