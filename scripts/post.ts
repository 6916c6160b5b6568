import { constants, closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { keepIssue } from '../src/contribute/report/one-issue.ts';
import { postReview } from '../src/contribute/report/post-review.ts';
import { readArguments, run, UsageError } from './cli/command.ts';

const help = `
Puts a text on the forge (GitHub, Forgejo), for workflows.

  npm run post -- review FILE --head OWNER:BRANCH --sha COMMIT   the review of the pull request of that commit, as a comment
  npm run post -- issue FILE --title TEXT                        one open issue of that title; an empty file closes it

The environment says where and with which right: FORGE_API (https://api.github.com), FORGE_REPOSITORY (owner/name), FORGE_TOKEN.
`;

const options = { head: { type: 'string' }, sha: { type: 'string' }, title: { type: 'string' } } as const;
const largest = 1024 * 1024;

await run(async () => {
  const { values, positionals } = readArguments({ options, allowPositionals: true }, help);
  const [what, file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Say what to post, and the file with the text.');
  const forge = {
    api: environment('FORGE_API'),
    repository: environment('FORGE_REPOSITORY'),
    token: environment('FORGE_TOKEN'),
  };
  if (what === 'review' && values.head !== undefined && values.sha !== undefined)
    console.log(await postReview(forge, readText(file), { label: values.head, sha: values.sha }));
  else if (what === 'issue' && values.title !== undefined)
    console.log(await keepIssue(forge, values.title, readText(file)));
  else throw new UsageError('Give review with --head and --sha, or issue with --title.');
  return 0;
});

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new UsageError(`${name} is not set.`);
  return value;
}

/** A plain file of no great size: what a run of a pull request left behind may be anything. */
function readText(file: string): string {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile() || status.size > largest) throw new UsageError(`${file} is no plain file of at most 1 MiB.`);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}
