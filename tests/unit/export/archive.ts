import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { configSchema } from '../../../src/core/schema/config.ts';

export const config = configSchema.parse({
  title: 'T',
  description: 'D',
  url: 'https://a.example',
  license: 'CC-BY-SA-4.0',
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'responsa-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes files into a folder, by their paths. */
export function writeTree(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder, as latin1 text so that each byte is a character. */
export function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** An archive as people write it: YAML in several styles, a byte-order mark, CRLF, a picture, a file that is not valid. */
export const handwritten: Record<string, string | Buffer> = {
  'threads/lock-a-file/question.md':
    '---\n# by hand\ntitle:   "How do I lock a file?"\nauthor: ada\ntags: [files,  c++]\naccepted: flock\naliases:\n    - t/7\nduplicateOf: other\ncomments:\n- {author: {name: Bob, url: "https://bob.example"}, text: \'Which "file"?\', votes: 2}\n---\n\n\nHow *so*?\n\n\n',
  'threads/lock-a-file/answers/flock.md':
    '\u{feff}---\r\nauthor: anonymous\r\nvotes: -1\r\ndate: 2020-01-02\r\nsource: {site: Forum, id: 12}\r\n---\r\nWith flock.',
  'threads/lock-a-file/answers/broken.md': '---\nauthor: [\n---\nx',
  'threads/lock-a-file/images/a.png': Buffer.from([0x89, 0x50, 0xff, 0x00, 0x0d, 0x0a]),
  'threads/other/question.md': '---\ntitle: Other\nauthor: bob\n---\nA žluťoučký kůň.\n',
  'tags/c++.md': '---\ntitle: C++\nsynonyms: [cpp]\n---\nA language.\n',
  'authors/ada.md': '---\nname: Ada L.\nlinks:\n  - {title: Site, url: "https://ada.example/"}\n---\nWrites.\n',
  'pages/about.mdx': '# About\n',
  'README.md': 'Read me\n',
};
