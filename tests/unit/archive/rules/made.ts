import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const question = '---\ntitle: How do locks work?\nauthor: ada\n---\nHow?\n';

/** Writes content that git cannot hold, or should not: into an empty folder, by the name of the one rule that it breaks. */
export const made: Readonly<Record<string, (contentDir: string) => void>> = {
  'byte-order-mark': (dir) => {
    thread(dir, `\u{FEFF}${question}`);
  },
  encoding: (dir) => {
    thread(dir, Buffer.from(`${question}Caf\u00e9`, 'latin1'));
  },
  'file-too-large': (dir) => {
    thread(dir, question + 'x'.repeat(5 * 1024 * 1024));
  },
  'frontmatter-too-large': (dir) => {
    thread(dir, question.replace('author', `closedReason: ${'x'.repeat(200_000)}\nauthor`));
  },
  'line-ends': (dir) => {
    thread(dir, question.replaceAll('\n', '\r\n'));
  },
  'not-text': (dir) => {
    thread(dir, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]));
  },
  'post-too-long': (dir) => {
    thread(dir, question + 'word '.repeat(6001));
  },
  'symbolic-link': (dir) => {
    thread(dir, question);
    const outside = join(dir, '..', 'outside');
    mkdirSync(join(outside, 'images'), { recursive: true });
    writeFileSync(join(outside, 'secret.md'), question);
    symlinkSync(outside, join(dir, 'authors'));
    symlinkSync(outside, join(dir, 'threads', 'keys'));
    mkdirSync(join(dir, 'threads', 'locks', 'answers'));
    symlinkSync(join(outside, 'secret.md'), join(dir, 'threads', 'locks', 'answers', 'use-a-lock.md'));
    symlinkSync(join(outside, 'images'), join(dir, 'threads', 'locks', 'images'));
  },
  unreadable: (dir) => {
    thread(dir, question);
    chmodSync(join(dir, 'threads', 'locks', 'question.md'), 0);
    mkdirSync(join(dir, 'threads', 'keys'), { mode: 0 });
  },
};

/** Lets what was made be removed again. */
export function removeMade(dir: string): void {
  for (const name of ['locks/question.md', 'keys']) {
    try {
      chmodSync(join(dir, 'threads', name), 0o755);
    } catch {
      // Most have no such file.
    }
  }
  rmSync(dir, { recursive: true, force: true });
}

function thread(dir: string, text: string | Uint8Array): void {
  mkdirSync(join(dir, 'threads', 'locks'), { recursive: true });
  writeFileSync(join(dir, 'threads', 'locks', 'question.md'), text);
}
