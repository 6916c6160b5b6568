import type { Diagnostic } from '../core/diagnostic.ts';
import type { Limits } from '../core/schema/config.ts';
import { fileRules } from './rules/index.ts';
import type { SourceFile } from './source-file.ts';

/**
 * What a file says, checked by the rules that hold of every file.
 * @param source the file, or why it cannot be read
 * @param diagnostics takes what is wrong with it
 * @returns nothing if it cannot be read or parsed
 */
export function parseChecked<P>(
  source: SourceFile | Diagnostic,
  parse: (source: SourceFile, limits: Limits) => P | Diagnostic[],
  limits: Limits,
  diagnostics: Diagnostic[],
): P | undefined {
  if ('rule' in source) {
    diagnostics.push(source);
    return undefined;
  }
  for (const rule of fileRules) diagnostics.push(...rule(source));
  const parsed = parse(source, limits);
  if (!Array.isArray(parsed)) return parsed;
  diagnostics.push(...parsed);
  return undefined;
}
