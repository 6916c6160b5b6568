import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatPretty } from '../src/archive/report/pretty.ts';
import { loadSettings } from '../src/build/settings.ts';
import type { Diagnostic } from '../src/core/diagnostic.ts';
import { exportJsonl, jsonlSchema } from '../src/export/jsonl.ts';
import { exportSqlite } from '../src/export/sqlite.ts';
import { readArguments, run, UsageError } from './cli/command.ts';

const help = `
Writes the whole archive into one file that other tools read.

  npm run export -- jsonl  [OPTIONS]   a thread a line, with tags, authors, pages and pictures; as JSON
  npm run export -- sqlite [OPTIONS]   a database with threads, posts, comments, tags, authors and full-text search (opens in Datasette)
  npm run export -- schema [OPTIONS]   the JSON Schema of a line of jsonl

  --content DIR   content folder (default: content)
  --config FILE   configuration (default: responsa.config.ts)
  --out FILE      the file to write (default: archive.jsonl, archive.sqlite, archive.schema.json)

jsonl: each line holds what the files say (question, answers, …) and the files themselves under "files", to the byte; pictures as
base64. npm run import -- jsonl FILE makes the same folder tree from it. Empty folders, links and import-report.json stay behind.
sqlite: files are in the table "files", to the byte. Authors and tags that are only named have rows too.

Exit code: 0 all is in the file, 1 some files could not be read as threads (the files themselves are in it), 2 wrong usage.
`;

const options = { content: { type: 'string' }, config: { type: 'string' }, out: { type: 'string' } } as const;
const endings: Readonly<Record<string, string>> = { jsonl: 'jsonl', sqlite: 'sqlite', schema: 'schema.json' };

await run(async () => {
  const { values, positionals } = readArguments({ options, allowPositionals: true }, help);
  const [format = '', ...rest] = positionals;
  const ending = endings[format];
  if (ending === undefined)
    throw new UsageError(
      `Say what to write: jsonl, sqlite or schema${format === '' ? '' : `, not ${JSON.stringify(format)}`}.`,
    );
  if (rest.length > 0) throw new UsageError(`${JSON.stringify(rest[0])} is one word too many.`);
  const out = resolve(values.out ?? `archive.${ending}`);
  if (format === 'schema') {
    writeFileSync(out, `${JSON.stringify(jsonlSchema(), null, 2)}\n`);
    return 0;
  }
  const { config, contentDir, contentName } = await loadSettings(values);
  if (!existsSync(contentDir))
    throw new UsageError(`There is no folder ${contentDir}; give the content folder with --content DIR.`);
  if (out.startsWith(`${contentDir}/`))
    throw new UsageError(
      '--out is inside the content folder, and would be a part of the archive; give a place outside it.',
    );
  const diagnostics: Diagnostic[] = [];
  const write = format === 'jsonl' ? exportJsonl : exportSqlite;
  const counts = write(out, { contentDir, contentName, config, report: (diagnostic) => diagnostics.push(diagnostic) });
  if (diagnostics.length > 0)
    console.error(formatPretty(diagnostics, { colour: Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'] }));
  console.log(
    `${counts.threads} threads, ${counts.answers} answers, ${counts.comments} comments, ${counts.tags} tags and ${counts.authors} authors in ${counts.files} files: ${out}`,
  );
  return diagnostics.length > 0 ? 1 : 0;
});
