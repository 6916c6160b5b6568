import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { readArguments, run } from './cli/command.ts';

const help = `
Runs every check: format, lint, types, unused code, then unit tests, tests with real repositories, build and browser tests.

  npm test [-- OPTIONS]

  --only NAME     run one of: format, lint, types, unused, unit, git, site

Exit code: 0 if everything passed, 1 if anything failed.
`;

type Check = { name: string; command: string[]; counts?: boolean };

const checks: Check[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'unused', command: ['knip', '--no-progress'] },
  // By itself vitest leaves one of two processors to others.
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit', '--maxWorkers', '2'], counts: true },
  { name: 'git', command: ['vitest', 'run', '--project', 'git'], counts: true },
  { name: 'site', command: ['vitest', 'run', '--project', 'site'], counts: true },
];

type Counts = { passed: number; failed: number; skipped: number };

await run(async () => {
  const { values } = readArguments({ options: { only: { type: 'string' } } }, help);
  const chosen = checks.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0)
    throw new Error(`There is no check called ${values.only}: ${checks.map(({ name }) => name).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'responsa-test-'));
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const check of chosen) {
      const counts = runCheck(check, folder);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
});

/** Runs a check; one that counts no tests itself counts as one. */
function runCheck({ name, command, counts }: Check, folder: string): Counts {
  console.log(styleText('bold', `\n── ${name}`, { stream: process.stdout }));
  const begin = performance.now();
  const report = join(folder, `${name}.json`);
  const [program = '', ...rest] = command;
  const reporters = counts ? ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report] : [];
  const { status } = spawnSync(program, [...rest, ...reporters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const ok = status === 0;
  console.log(`${ok ? 'ok' : 'FAILED'} in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  if (!counts) return { passed: Number(ok), failed: Number(!ok), skipped: 0 };
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>;
    const failed = numFailedTests ?? 0;
    // A file that cannot even be loaded fails without a failed test.
    return {
      passed: numPassedTests ?? 0,
      failed: ok ? failed : Math.max(1, failed),
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
