import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { loadSettings } from '../../src/build/settings.ts';
import { recover, stagingFolder, swap } from '../../src/build/swap.ts';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'responsa-failure-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a build that fails', () => {
  it('leaves the old site as it was when the content has an error', async () => {
    const outDir = join(folder, 'site');
    mkdirSync(outDir);
    writeFileSync(join(outDir, 'index.html'), 'the old site');
    const content = join(folder, 'content');
    cpSync(join(root, 'tests/fixtures/archive/content'), content, { recursive: true });
    writeFileSync(join(content, 'threads', 'nobody-knows', 'question.md'), '---\ntitle: Broken\n---\nNo author.\n');
    const settings = await loadSettings(
      { content, config: join(root, 'tests/fixtures/archive/responsa.config.ts') },
      root,
    );
    const result = await build({
      settings,
      root,
      outDir,
      jobs: 1,
      environment: {
        RESPONSA_CONTENT: content,
        RESPONSA_CONFIG: join(root, 'tests/fixtures/archive/responsa.config.ts'),
      },
      reporter: { progress: () => undefined, finished: () => undefined },
    });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'missing-key',
    ]);
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('the old site');
    expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
  });
});

describe('the swap', () => {
  it('replaces the old site whole', async () => {
    const outDir = join(folder, 'site');
    mkdirSync(outDir);
    writeFileSync(join(outDir, 'old.html'), 'old');
    const staging = stagingFolder(outDir);
    mkdirSync(staging);
    writeFileSync(join(staging, 'new.html'), 'new');
    await swap(staging, outDir);
    expect(readdirSync(outDir)).toEqual(['new.html']);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('puts the old site back after a kill between its two renames', async () => {
    const outDir = join(folder, 'site');
    mkdirSync(join(folder, '.site.old'));
    writeFileSync(join(folder, '.site.old', 'index.html'), 'old');
    await recover(outDir);
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('old');
  });

  it('clears away the staging folder of a build that was killed, and no other', async () => {
    const outDir = join(folder, 'site');
    // No process can have this number on Linux.
    mkdirSync(join(folder, '.site.staging-4194305'));
    mkdirSync(join(folder, `.site.staging-${process.pid}`));
    await recover(outDir);
    expect(existsSync(join(folder, '.site.staging-4194305'))).toBe(false);
    expect(existsSync(join(folder, `.site.staging-${process.pid}`))).toBe(true);
  });
});
