import { anonymous, authorHandle, type AuthorHandle } from '../../core/ids.ts';
import type { Policy } from '../../core/schema/config.ts';
import type { AuthorReference } from '../../core/schema/fields.ts';

/** Who opened a pull request. */
export type Actor = {
  /** The name of the account on the forge. */
  account: string;
  /** The handle that the account signs with; nothing if it cannot have one. */
  handle?: AuthorHandle;
  isCurator: boolean;
};

/**
 * Who an account is in the archive: the handle that the configuration gives it, else its own name in small letters, unless the
 * configuration gave that one to somebody else. Accounts differ by more than capitals on every forge.
 */
export function actorOf(account: string, policy: Policy): Actor {
  const name = account.trim().replace(/^@/, '').toLowerCase();
  const given = Object.entries(policy.handles).find(([other]) => other.toLowerCase() === name)?.[1];
  const own = authorHandle.safeParse(name).data;
  const isTaken = own === anonymous || Object.values(policy.handles).some((handle) => handle === own);
  const handle = given ?? (isTaken ? undefined : own);
  return {
    account: name,
    ...(handle === undefined ? {} : { handle }),
    isCurator: policy.curators.some((curator) => curator.toLowerCase() === name),
  };
}

/** Whether a post is signed with the handle of the one who opened the pull request. */
export function isBy(author: AuthorReference, actor: Actor | undefined): boolean {
  return typeof author === 'string' && actor?.handle !== undefined && author === actor.handle;
}

/** An author as messages call them. */
export function nameOf(author: AuthorReference): string {
  return typeof author === 'string' ? author : JSON.stringify(author.name);
}
