import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hashFiles } from './hash-files.ts';
import type { Settings } from './settings.ts';

/** The pages as Astro compiled them. */
export type CompiledPages = {
  /** Module that exports `app`. */
  entry: string;
  /** Folder with the styles, scripts and public files that pages refer to. */
  assets: string;
};

/** What the compiled pages are made of, beside the settings. */
const inputs = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

const keptCompilations = 6;
const digestFile = 'sha256';

/**
 * Compiles the pages with Astro, in a process of its own, so that its memory is given back. What was compiled before from the
 * same sources is used again.
 * @param root the project's folder
 * @param cacheDir where compiled pages are kept
 * @param environment the flags for astro.config.mjs
 */
export async function compilePages(
  root: string,
  cacheDir: string,
  settings: Settings,
  environment: NodeJS.ProcessEnv,
): Promise<CompiledPages> {
  const key = fingerprint(root, settings);
  const folder = join(cacheDir, key);
  if (!isWhole(folder)) {
    rmSync(folder, { recursive: true, force: true });
    const fresh = join(cacheDir, `${key}.${process.pid}`);
    try {
      await runAstro(root, { ...environment, RESPONSA_COMPILED: fresh });
      writeFileSync(join(fresh, digestFile), digestOf(fresh));
      if (!existsSync(folder)) renameSync(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
    dropOldest(cacheDir);
  }
  return { entry: join(folder, 'server', 'entry.mjs'), assets: join(folder, 'client') };
}

/** Whether compiled pages are there as they were written: what a full disk or a power cut left of them would be executed. */
function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, digestFile), 'utf8') === digestOf(folder);
  } catch {
    return false;
  }
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  hashFiles(hash, folder, ['server', 'client']);
  return hash.digest('hex');
}

/** Keeps what was compiled last: other builds may be using it at this moment. */
function dropOldest(cacheDir: string): void {
  const folders = readdirSync(cacheDir)
    .map((name) => ({ path: join(cacheDir, name), time: statSync(join(cacheDir, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of folders.slice(keptCompilations)) rmSync(path, { recursive: true, force: true });
}

function runAstro(root: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, 'build', '--root', root], {
      cwd: root,
      env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Astro could not compile the pages:\n${said.trim()}`));
    });
  });
}

/** A hash of everything that compiled pages depend on. */
function fingerprint(root: string, { config, contentDir }: Settings): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.version, config.url, config.base, contentDir]));
  hashFiles(hash, root, inputs);
  hashFiles(hash, contentDir, ['pages']);
  return hash.digest('hex').slice(0, 16);
}
