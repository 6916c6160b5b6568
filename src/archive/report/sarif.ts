import type { Diagnostic } from '../../core/diagnostic.ts';
import { ruleCatalogue, type RuleText } from '../rules/catalogue.ts';

/**
 * Diagnostics as SARIF 2.1.0 (OASIS), which code scanning and editors read. Columns are in UTF-16 units, as there.
 * @param version of this program
 * @param catalogue every rule that may be named, by its name
 */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  catalogue: Readonly<Record<string, RuleText>> = ruleCatalogue,
): string {
  const names = Object.keys(catalogue).sort();
  const rules = names.map((id) => {
    const { what, why } = catalogue[id] ?? { what: id, why: id };
    return {
      id,
      shortDescription: { text: what },
      fullDescription: { text: `${what} ${why}` },
      help: { text: why },
    };
  });
  const results = diagnostics.map(({ file, line, column, severity, rule, message, fix }) => ({
    ruleId: rule,
    ...(names.includes(rule) ? { ruleIndex: names.indexOf(rule) } : {}),
    level: severity,
    message: { text: fix === undefined ? message : `${message}\nFix: ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'responsa', version, rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(log, undefined, 2);
}
