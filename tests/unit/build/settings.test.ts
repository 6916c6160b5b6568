import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings } from '../../../src/build/settings.ts';

const right = { title: 'A', description: 'B', url: 'https://answers.example.org', license: 'CC-BY-SA-4.0' };
const shape = [
  "  A repository is written so; forge is github, gitlab, forgejo (Codeberg and Gitea too) or bitbucket, url is the project's page there:",
  "    repository: { forge: 'github', url: 'https://github.com/you/answers', branch: 'main', content: 'content' }",
  '  branch and content may be left out if they are main and content.',
].join('\n');

async function load(config: object) {
  const folder = mkdtempSync(join(tmpdir(), 'responsa-settings-'));
  try {
    writeFileSync(join(folder, 'responsa.config.mjs'), `export default ${JSON.stringify(config)};`);
    return await loadSettings({ config: 'responsa.config.mjs' }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a repository needs a forge and an address, and the rest is taken for granted', async () => {
  const repository = { forge: 'forgejo', url: 'https://codeberg.org/you/answers' };
  const { config } = await load({ ...right, repository });
  expect(config.repository).toEqual({ ...repository, branch: 'main', content: 'content' });
});

test.each([
  [{ forge: 'github', url: 'you/answers' }, 'repository.url: must be a URL that begins with https:// or http://'],
  ['https://github.com/you/answers', 'repository: Invalid input: expected object, received string'],
])('of a wrong repository the shape is shown: %j', async (repository, message) => {
  await expect(load({ ...right, repository })).rejects.toThrow(
    `responsa.config.mjs is not right:\n  ${message}\n${shape}`,
  );
});

test('of something else that is wrong it is not', async () => {
  await expect(load({ ...right, mail: 'curators' })).rejects.toThrow(
    /^responsa\.config\.mjs is not right:\n {2}mail: must be a mail address, such as curators@example\.org$/,
  );
});
