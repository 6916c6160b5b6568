import { z } from 'zod';
import { askForge, ForgeError, type ForgeApi } from './forge-api.ts';
import { safeMarkdown } from './safe-markdown.ts';

const pulls = z.array(z.object({ number: z.int().positive(), head: z.object({ sha: z.string() }) }));
const comments = z.array(
  z.object({
    id: z.int().positive(),
    body: z.string().nullable(),
    user: z.object({ type: z.string().optional() }).nullable(),
  }),
);

/** Marks our comment, so that the next review takes its place. */
const marker = '<!-- responsa-review -->';

/**
 * Writes the review of a pull request as a comment, or in the place of the one before. The pull request is the one that the forge itself says has
 * this commit as its newest: nothing that the run of the pull request left behind has a say in it.
 * @param review Markdown from a run that had the pull request's own files, so it may hold anything
 * @param head owner and branch, as `owner:branch`, and commit that the run was for
 */
export async function postReview(
  forge: ForgeApi,
  review: string,
  head: { label: string; sha: string },
): Promise<string> {
  if (!/^[0-9a-f]{40,64}$/.test(head.sha)) throw new ForgeError('--sha is no commit.');
  const open = await askForge(
    forge,
    'GET',
    `pulls?state=open&per_page=100&head=${encodeURIComponent(head.label)}`,
    pulls,
  );
  const pull = open.find((one) => one.head.sha === head.sha);
  if (!pull) return 'No open pull request has this commit as its newest: there is nothing to comment on.';
  const body = `${marker}\n${safeMarkdown(review)}`;
  const before = await findComment(forge, pull.number);
  const answer = z.object({ id: z.int() });
  if (before === undefined) await askForge(forge, 'POST', `issues/${pull.number}/comments`, answer, { body });
  else await askForge(forge, 'PATCH', `issues/comments/${before}`, answer, { body });
  return `${before === undefined ? 'Wrote' : 'Replaced'} the review of pull request ${pull.number}.`;
}

/** Our comment: it begins with the marker and a program wrote it. */
async function findComment(forge: ForgeApi, number: number): Promise<number | undefined> {
  for (let page = 1; page <= 10; page++) {
    const list = await askForge(forge, 'GET', `issues/${number}/comments?per_page=100&page=${page}`, comments);
    const ours = list.find(({ body, user }) => body?.startsWith(marker) === true && user?.type === 'Bot');
    if (ours) return ours.id;
    if (list.length < 100) return undefined;
  }
  return undefined;
}
