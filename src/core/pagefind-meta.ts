import { cborWriter } from './cbor.ts';
import type { IndexMeta } from './index-meta.ts';

/** With this begins what Pagefind takes as unpacked already. */
export const pagefindOpening = 'pagefind_dcd';

/** Writes what a part says about itself as Pagefind 1.6 reads it (`pagefind_web/src/metadata.rs`), without filters and orders. */
export function pagefindMeta({ version, pages, chunks, fields }: IndexMeta): Uint8Array<ArrayBuffer> {
  const cbor = cborWriter(pagefindOpening);
  cbor.list(6);
  cbor.text(version);
  cbor.list(pages.length);
  for (const { id, words } of pages) {
    cbor.list(3);
    cbor.text(id);
    cbor.number(words);
    // The file that several fragments share: none.
    cbor.text('');
  }
  cbor.list(chunks.length);
  chunks.forEach(({ id, last }, index) => {
    cbor.list(3);
    cbor.text(chunks[index - 1]?.last ?? '');
    cbor.text(last);
    cbor.text(id);
  });
  cbor.list(0);
  cbor.list(0);
  cbor.list(fields.length);
  for (const field of fields) cbor.text(field);
  return cbor.finish();
}
