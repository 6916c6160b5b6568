import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unpackIndexMeta } from '../../src/core/index-meta.ts';
import { pagefindMeta } from '../../src/core/pagefind-meta.ts';

/** Writes what the parts of an index say about themselves as Pagefind's own code reads it. */
export function unpackParts(index: string): void {
  for (const name of readdirSync(index).filter((name) => name.endsWith('.pf_meta'))) {
    const file = join(index, name);
    writeFileSync(file, gzipSync(pagefindMeta(unpackIndexMeta(gunzipSync(readFileSync(file))))));
  }
}
