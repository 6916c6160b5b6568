import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pngFile } from '../png-file.ts';

/** A folder for one test. `outside` lies beside the content and must never be published. */
export type ContentFolder = { content: string; outside: string; [Symbol.dispose](): void };

/** Makes a content folder of files by their paths below it. */
export function contentFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): ContentFolder {
  const root = mkdtempSync(join(tmpdir(), 'responsa-content-'));
  const content = join(root, 'content');
  mkdirSync(join(content, 'threads'), { recursive: true });
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), data);
  }
  return {
    content,
    outside: join(root, 'outside'),
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A question with a body, and lines of frontmatter besides what it must have. */
export function question(body = 'How?', frontmatter = ''): string {
  return `---\ntitle: How do locks work?\nauthor: ada\n${frontmatter}---\n${body}\n`;
}

/** A black picture. */
export function png(width = 1, height = 1): Uint8Array {
  return pngFile(width, height, 2, Buffer.alloc((1 + width * 3) * height));
}
