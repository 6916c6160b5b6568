import { unpackColumns } from '../core/facts/columns.ts';
import { openTable, type FactsTable } from '../core/facts/table.ts';
import type { Facts, FactsManifest, FactsName } from '../core/facts/tables.ts';
import { fetchFile } from './fetch-file.ts';
import { SearchError } from './search-error.ts';

export type FactsFiles = ReturnType<typeof openFacts>;

/**
 * The facts of a site, of which nothing is loaded before somebody asks for it, and each file once.
 * @param base path of the site, with a slash at both ends
 * @param stamp is put behind the address of the first file, so that no old copy of it is used
 */
export function openFacts(base: string, stamp: string) {
  const folder = `${base}search/`;
  const loaded = new Map<FactsName, Promise<Facts[FactsName]>>();
  const tables = new Map<string, FactsTable>();
  let manifest: Promise<FactsManifest> | undefined;

  // Who asks again after a failure is answered anew.
  const readManifest = (): Promise<FactsManifest> => {
    if (manifest) return manifest;
    manifest = fetchFile(`${folder}facts.json?ts=${stamp}`).then(async (response) => {
      const found = (await response.json()) as FactsManifest;
      if ((found.version as number) !== 2) throw new SearchError('missing', 'The facts are those of another version.');
      return found;
    });
    manifest.catch(() => (manifest = undefined));
    return manifest;
  };
  const load = (name: FactsName): Promise<Facts[FactsName]> => {
    const known = loaded.get(name);
    if (known) return known;
    const file = readManifest().then(({ files }) => unpack<typeof name>(folder + files[name]));
    loaded.set(name, file);
    file.catch(() => loaded.delete(name));
    return file;
  };

  return {
    /** Which rows of the table are the threads of which part of the index. */
    blocks: async () => (await readManifest()).blocks,
    /** How much there is to load. */
    bytes: async (name: FactsName) => (await readManifest()).bytes[name],
    /** @throws SearchError */
    async table(names: Iterable<FactsName>): Promise<FactsTable> {
      const wanted = [...new Set(names)].sort();
      await Promise.all(wanted.map(load));
      const key = wanted.join(' ');
      const table =
        tables.get(key) ??
        openTable(Object.fromEntries(await Promise.all(wanted.map(async (name) => [name, await load(name)]))));
      tables.set(key, table);
      return table;
    },
  };
}

async function unpack<Name extends FactsName>(url: string): Promise<Facts[Name]> {
  const { body } = await fetchFile(url);
  try {
    const stream = body?.pipeThrough(new DecompressionStream('gzip'));
    return unpackColumns(new Uint8Array(await new Response(stream).arrayBuffer())) as unknown as Facts[Name];
  } catch (error) {
    throw new SearchError('missing', `${url}: ${String(error)}`);
  }
}
