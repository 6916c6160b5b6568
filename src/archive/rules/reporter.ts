import { startOfFile, type Diagnostic, type Place, type Severity } from '../../core/diagnostic.ts';

/** Makes the diagnostics of one rule. */
export function reporter(rule: string, severity: Severity = 'error') {
  return (file: string, message: string, fix: string, place: Place = startOfFile): Diagnostic => ({
    file,
    ...place,
    severity,
    rule,
    message,
    fix,
  });
}
