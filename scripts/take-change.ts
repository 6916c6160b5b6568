import { cpSync, lstatSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { git } from '../src/contribute/git/git.ts';
import { findRepository } from '../src/contribute/git/repository.ts';
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
  const content = join(from.root, 'content');
  if (!lstatSync(content, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} has no folder content; a symbolic link is not followed.`);
  const pages = join(content, 'pages');
  for (const name of ['threads', 'tags', 'authors', ...(values['keep-pages'] ? [] : ['pages'])])
    rmSync(join(to.root, 'content', name), { recursive: true, force: true });
  cpSync(content, join(to.root, 'content'), {
    recursive: true,
    dereference: false,
    verbatimSymlinks: true,
    filter: (path) => !values['keep-pages'] || (path !== pages && !path.startsWith(`${pages}/`)),
  });
  git(to, ['fetch', '--quiet', '--no-tags', from.root, 'HEAD:refs/responsa/change'], {
    settings: { 'protocol.file.allow': 'always' },
  });
  process.stdout.write(git(to, ['rev-parse', 'refs/responsa/change']).toString());
  return Promise.resolve(0);
});
