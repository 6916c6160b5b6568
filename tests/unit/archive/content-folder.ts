import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';

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

/** A picture of one red pixel. */
export function png(width = 1, height = 1): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.alloc((1 + width * 3) * height);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
