import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type ServeOptions = {
  /** Folder of the built site. */
  dir: string;
  /** Path that the site is served under. */
  base: string;
  port: number;
  /** Name or address to listen on; this machine alone by default. */
  host?: string;
};

/** Serves a built site as a static host does: folders by their index.html, 404.html for what is not there. */
export function serve({ dir, base, port, host = 'localhost' }: ServeOptions): Promise<Server> {
  const files = sirv(dir, {
    dev: true,
    etag: true,
    dotfiles: false,
    // Browsers take texts without a charset for Latin-1.
    setHeaders: (response, path) => {
      if (/\.(?:md|txt)$/.test(path))
        response.setHeader('content-type', `${path.endsWith('.md') ? 'text/markdown' : 'text/plain'}; charset=utf-8`);
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const notFound = () => {
      const page = join(dir, '404.html');
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (url === base.slice(0, -1) || (url === '/' && base !== '/')) {
      response.writeHead(302, { location: base }).end();
    } else if (!url.startsWith(base)) {
      notFound();
    } else {
      request.url = url.slice(base.length - 1);
      files(request, response, notFound);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}
