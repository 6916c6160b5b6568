import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema, schemaNames } from '../src/core/schema/json-schema.ts';
import { readArguments, run } from './cli/command.ts';

const help = `
Writes the JSON Schemas of frontmatter, for editors, from the schemas that validation uses: schemas/*.schema.json

  npm run schema
`;

await run(() => {
  readArguments({}, help);
  const folder = join(import.meta.dirname, '../schemas');
  mkdirSync(folder, { recursive: true });
  for (const name of schemaNames)
    writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`);
  console.log(`Wrote ${schemaNames.map((name) => `schemas/${name}.schema.json`).join(', ')}`);
  return Promise.resolve(0);
});
