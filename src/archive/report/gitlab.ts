import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { visible } from './visible.ts';

/**
 * Diagnostics as a Code Quality report, which GitLab shows in a merge request
 * (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 */
export function formatGitlab(diagnostics: readonly Diagnostic[]): string {
  const seen = new Map<string, number>();
  const issues = diagnostics.map(({ file, line, severity, rule, message, fix }) => {
    const description = visible(fix === undefined ? message : `${message} (fix: ${fix})`);
    // The line is left out, so that what only moved is not new; what occurs twice is counted.
    const what = JSON.stringify([file, rule, message]);
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return {
      description,
      check_name: rule,
      fingerprint: createHash('sha256').update(`${what}${count}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: file.toWellFormed(), lines: { begin: line } },
    };
  });
  return JSON.stringify(issues, undefined, 2);
}
