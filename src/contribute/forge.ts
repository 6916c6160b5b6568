import type { Repository } from '../core/schema/config.ts';

/** A new file as an editor should open it. */
type NewFile = {
  /** Path below the repository's root, with `/`. */
  path: string;
  text: string;
};

/** Addresses of a forge's pages for one repository. Paths are below the repository's root. */
type Forge = {
  /** As people call it. */
  name: string;
  /** Whether the editor opens with the text that it is given. */
  takesText: boolean;
  edit: (path: string) => string;
  /** An editor with a new file; forges that cannot be given the text or the name leave it to the person. */
  create: (file: NewFile) => string;
  history: (path: string) => string;
};

/** Makes the addresses for the forge that the repository is on. */
export function forgeOf({ forge, url, branch }: Repository): Forge {
  const root = url.replace(/\/+$/, '');
  const at = encodePath(branch);
  switch (forge) {
    case 'github':
      return {
        name: 'GitHub',
        takesText: true,
        edit: (path) => `${root}/edit/${at}/${encodePath(path)}`,
        create: ({ path, text }) => `${root}/new/${at}?${query({ filename: path, value: text })}`,
        history: (path) => `${root}/commits/${at}/${encodePath(path)}`,
      };
    case 'gitlab':
      return {
        name: 'GitLab',
        takesText: false,
        edit: (path) => `${root}/-/edit/${at}/${encodePath(path)}`,
        // Older and, perhaps, coming versions take the text too; those between ignore it: https://gitlab.com/gitlab-org/gitlab/-/work_items/594214
        create: ({ path, text }) => `${root}/-/new/${at}?${query({ file_name: path, content: text })}`,
        history: (path) => `${root}/-/commits/${at}/${encodePath(path)}`,
      };
    case 'forgejo':
      return {
        name: root.startsWith('https://codeberg.org/') ? 'Codeberg' : 'Forgejo',
        takesText: true,
        edit: (path) => `${root}/_edit/${at}/${encodePath(path)}`,
        // As Gitea, where it comes from: https://github.com/go-gitea/gitea/pull/16556
        create: ({ path, text }) => `${root}/_new/${at}?${query({ filename: path, value: text })}`,
        history: (path) => `${root}/commits/branch/${at}/${encodePath(path)}`,
      };
    case 'bitbucket':
      return {
        name: 'Bitbucket',
        takesText: false,
        edit: (path) => `${root}/src/${at}/${encodePath(path)}?mode=edit`,
        // Bitbucket takes the folder; the name and the text are left to the person.
        create: ({ path }) =>
          `${root}/create-file/${at}/${encodePath(path.slice(0, path.lastIndexOf('/') + 1))}?at=${at}`,
        history: (path) => `${root}/history-node/${at}/${encodePath(path)}`,
      };
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Spaces as `%20`, which every forge reads, and not as `+`. */
function query(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
