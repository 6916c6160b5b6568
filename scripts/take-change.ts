import { resolve } from 'node:path';
import { findRepository } from '../src/contribute/git/repository.ts';
import { takeChange } from '../src/contribute/git/take-change.ts';
import { readArguments, run, UsageError } from './cli/command.ts';

const help = `
Puts the content of a pull request in the place of ours, so that this branch's own tools look at it as data: nothing else of it is taken over.

  npm run take-change -- FOLDER

  FOLDER          a checkout of the pull request
  --keep-pages    keep our content/pages: pages are code when the site is built

Prints the commit of the pull request, for --head; its commits can then be compared with ours. It replaces content/: commit what is yours first.
`;

await run(() => {
  const { values, positionals } = readArguments(
    { options: { 'keep-pages': { type: 'boolean' } }, allowPositionals: true },
    help,
  );
  const [folder, ...more] = positionals;
  const from = findRepository(folder ?? '');
  const to = findRepository(process.cwd());
  if (folder === undefined || more.length > 0 || from?.root !== resolve(folder) || to?.root !== process.cwd())
    throw new UsageError(
      'Run it in the folder of the repository, and give the folder of a checkout of the pull request.',
    );
  console.log(takeChange(from, to, values['keep-pages'] ?? false));
  return Promise.resolve(0);
});
