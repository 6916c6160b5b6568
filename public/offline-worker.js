/**
 * Keeps the archive in the browser of a reader who asked for it. As long as there is a network, everything comes from it, so that nothing
 * old is shown; without one, what is kept. Each published version is kept whole before the one before is let go.
 */
const base = new URL('.', self.location.href).pathname;
const prefix = `responsa ${base} `;
const atOnce = 6;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(base)) return;
  event.respondWith(fetch(request).catch((error) => fromKept(request, error)));
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  const tell = (report) => port?.postMessage(report);
  event.waitUntil(
    keep(tell, event.data === 'renew').then(
      () => tell({ state: 'kept' }),
      // What is kept already goes on serving.
      async () => tell({ state: (await versions()).length > 0 ? 'kept' : 'failed' }),
    ),
  );
});

async function fromKept(request, error) {
  for (const name of (await versions()).reverse()) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true, ignoreVary: true });
    if (found) return found;
  }
  throw error;
}

/** Versions that are kept whole: the entry of the list of files is put in last. */
async function versions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const whole = await Promise.all(names.map(async (name) => (await caches.open(name)).match(`${base}offline.json`)));
  return names.filter((_, index) => whole[index]);
}

/** Fetches every file of the site that is not kept as it is already. */
async function keep(tell, isQuiet) {
  const response = await fetch(`${base}offline.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`offline.json: ${response.status}`);
  const list = await response.clone().json();
  const name = prefix + list.version;
  const before = await versions();
  if (before.includes(name)) return;
  const old = before.length > 0 ? await caches.open(before.at(-1)) : undefined;
  const had = old ? (await (await old.match(`${base}offline.json`)).json()).files : {};
  const cache = await caches.open(name);
  const files = Object.entries(list.files);
  let done = 0;
  const queue = files.values();
  const work = async () => {
    for (const [file, hash] of queue) {
      const url = base + file;
      const same = had[file] === hash ? await old.match(url) : undefined;
      const fresh = same ?? (await cache.match(url)) ?? (await fetch(url, { cache: 'no-cache' }));
      if (!fresh.ok) throw new Error(`${url}: ${fresh.status}`);
      await cache.put(url, fresh);
      done++;
      if (!isQuiet && done % 20 === 0) tell({ state: 'keeping', done, total: files.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await cache.put(`${base}offline.json`, response);
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other);
}
