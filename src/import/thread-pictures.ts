import type { FilePlace } from './local-links.ts';
import type { LocalPictures } from './local-pictures.ts';
import type { Report } from './report.ts';

/** The pictures of one thread that are taken into its folder, each under a name of its own. */
export class ThreadPictures {
  readonly #local: LocalPictures;
  readonly #report: Report;
  /** Names in `images/`, by the file that is copied. */
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(local: LocalPictures, report: Report) {
    this.#local = local;
    this.#report = report;
  }

  /**
   * The address of a picture's copy from a post of the thread, or undefined if the remote one stays.
   * @param id of the post, for the report
   */
  link(url: string, id: string, { answer }: FilePlace): string | undefined {
    const found = this.#local.find(url);
    if (found === undefined) return undefined;
    if ('problem' in found) {
      this.#report.info('picture-not-found', id, `${url} stays a link: ${found.problem}`);
      return undefined;
    }
    const name = this.#nameOf(found);
    this.#report.changed('picture-copied', id, `${url} → images/${name}`);
    return `${answer === undefined ? '' : '../'}images/${name}`;
  }

  /** The copies, one by one, so that never more than one is in memory. */
  *files(slug: string): Generator<{ path: string; bytes: Uint8Array }> {
    for (const [file, name] of this.#names)
      yield { path: `threads/${slug}/images/${name}`, bytes: this.#local.read(file) };
  }

  #nameOf({ file, name }: { file: string; name: string }): string {
    const known = this.#names.get(file);
    if (known !== undefined) return known;
    let free = name;
    // Capitals are no difference on some file systems.
    for (let n = 2; this.#taken.has(free.toLowerCase()); n++) free = name.replace(/(?=\.[^.]*$)/, `-${n}`);
    this.#taken.add(free.toLowerCase());
    this.#names.set(file, free);
    return free;
  }
}
