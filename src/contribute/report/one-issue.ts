import { z } from 'zod';
import { askForge, type ForgeApi } from './forge-api.ts';

const issues = z.array(
  z.object({ number: z.int().positive(), title: z.string(), pull_request: z.unknown().optional() }),
);

/** Keeps one open issue of a title up to date: opens it, writes it anew, or closes it when there is nothing to say. */
export async function keepIssue(forge: ForgeApi, title: string, body: string): Promise<string> {
  const open = await askForge(forge, 'GET', 'issues?state=open&per_page=100&sort=created&direction=asc', issues);
  const issue = open.find((one) => one.title === title && one.pull_request === undefined);
  const answer = z.object({ number: z.int() });
  if (issue === undefined) {
    if (body === '') return 'Nothing is broken, and no issue is open.';
    const { number } = await askForge(forge, 'POST', 'issues', answer, { title, body });
    return `Opened issue ${number}.`;
  }
  await askForge(forge, 'PATCH', `issues/${issue.number}`, answer, body === '' ? { state: 'closed' } : { body });
  return body === ''
    ? `Closed issue ${issue.number}: nothing is broken any more.`
    : `Wrote issue ${issue.number} anew.`;
}
