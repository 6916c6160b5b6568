import type { AuthorHandle } from '../../core/ids.ts';
import { nameSkeleton } from '../../core/name-skeleton.ts';
import type { Policy } from '../../core/schema/config.ts';
import { actorOf } from './actor.ts';

/** The handles of known authors by what their names and handles look like, as `nameSkeleton` has it. */
export type KnownNames = ReadonlyMap<string, ReadonlySet<AuthorHandle>>;

/** Known are the authors with a file, and the handles of curators and of those that the configuration names. */
export function knownNames(authors: readonly { name: string; handle: AuthorHandle }[], policy: Policy): KnownNames {
  const known = new Map<string, Set<AuthorHandle>>();
  const add = (name: string, handle: AuthorHandle) => {
    const skeleton = nameSkeleton(name);
    if (skeleton !== '') known.set(skeleton, (known.get(skeleton) ?? new Set()).add(handle));
  };
  for (const { name, handle } of authors) {
    add(name, handle);
    add(handle, handle);
  }
  for (const handle of Object.values(policy.handles)) add(handle, handle);
  for (const curator of policy.curators) {
    const { handle } = actorOf(curator, policy);
    if (handle !== undefined) add(handle, handle);
  }
  return known;
}

/** Somebody other than `own` whom readers would take a name for. */
export function whoLooksLike(name: string, own: string | undefined, known: KnownNames): AuthorHandle | undefined {
  const handles = known.get(nameSkeleton(name));
  return handles && [...handles].find((handle) => handle !== own);
}
