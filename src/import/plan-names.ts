import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { anonymous, reservedSlugs } from '../core/ids.ts';
import type { Manifest } from './manifest.ts';
import { assignSlugs, compareIds, type Nameable } from './slugs.ts';
import type { PlannedNames, Spill } from './spill.ts';
import { addressesOfOthers, ownerOfAddress, slugAt } from './taken-addresses.ts';

/**
 * Gives every thread its slug and every author a handle.
 * @param scope the source, as the manifest calls it
 */
export function planNames(scope: string, contentDir: string, spill: Spill, manifest: Manifest): PlannedNames {
  const keptHandles = manifest.namesOf(scope, 'authors');
  const takenHandles = namesIn(contentDir, 'authors', new Set(keptHandles.values()));
  takenHandles.add(anonymous).add('page');
  const users: Nameable[] = [];
  for (const { externalId, name } of spill.usedAuthors()) users.push({ externalId, text: name });
  return {
    ...planThreads(scope, contentDir, spill, manifest),
    handles: assignSlugs(users, 'user', keptHandles, takenHandles),
  };
}

function planThreads(scope: string, contentDir: string, spill: Spill, manifest: Manifest) {
  const kept = manifest.namesOf(scope, 'threads');
  const own = new Set(kept.values());
  const taken = namesIn(contentDir, 'threads', own);
  const others = new Set(taken);
  const addresses = addressesOfOthers(contentDir, own);
  for (const path of addresses.keys()) taken.add(slugAt(path) ?? path);
  for (const word of reservedSlugs) taken.add(word);
  const originals = new Map<string, string>();
  const titles: Nameable[] = [];
  for (const { id, title, aliases, duplicateOf } of spill.outlines()) {
    titles.push({ externalId: id, text: title });
    for (const path of aliases) taken.add(path.replace(/^questions\//, ''));
    if (duplicateOf !== undefined) originals.set(id, duplicateOf);
  }
  for (const [id, original] of originals) originals.set(id, spill.threadOf(original) ?? original);
  const slugs = assignSlugs(titles, 'question', kept, taken);
  // Threads of an earlier import that are still in the content: links lead to them also if they are not in this one.
  for (const [id, slug] of kept) {
    if (!slugs.has(id) && existsSync(join(contentDir, 'threads', slug, 'question.md'))) slugs.set(id, slug);
  }
  return {
    slugs,
    cut: [...originals.keys()].filter((id) => isCut(id, originals)),
    takenAliases: takenAliases(spill, addresses, new Set([...others, ...slugs.values()]), contentDir),
  };
}

/** The old addresses of this source that something else in the archive has, with words for it. */
function* takenAliases(
  spill: Spill,
  addresses: ReadonlyMap<string, string>,
  slugs: ReadonlySet<string>,
  contentDir: string,
): Generator<[string, string]> {
  for (const { aliases } of spill.outlines()) {
    for (const alias of aliases) {
      const owner = ownerOfAddress(alias, addresses, slugs, contentDir);
      if (owner !== undefined) yield [alias, owner];
    }
  }
}

/** Names of threads or authors that are there and are not this source's. */
function namesIn(contentDir: string, folder: 'threads' | 'authors', own: ReadonlySet<string>): Set<string> {
  const path = join(contentDir, folder);
  const names = existsSync(path) ? readdirSync(path).map((name) => name.replace(/\.md$/, '').toLowerCase()) : [];
  return new Set(names.filter((name) => !own.has(name)));
}

/** Whether following the originals from a thread leads back to it, and it has the lowest id of the circle: there it is cut. */
function isCut(id: string, originals: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = originals.get(id); at !== undefined && !seen.has(at); at = originals.get(at)) seen.add(at);
  return seen.has(id) && [...seen].every((other) => compareIds(id, other) <= 0);
}
