import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export type SentFile = { path: string; bytes: number };

/** Serves a folder as a static host does, text as gzip, all of it kept by browsers, and says what was sent. */
export async function countingServer(folder: string) {
  let sent: SentFile[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const named = join(folder, normalize(path));
    const file = existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.html') : named;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const body = type === undefined ? readFileSync(file) : gzipSync(readFileSync(file));
    sent.push({ path, bytes: body.length });
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...(type === undefined ? {} : { 'content-encoding': 'gzip' }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    /** What was sent since it was asked last. */
    taken: (): SentFile[] => {
      const files = sent;
      sent = [];
      return files;
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
