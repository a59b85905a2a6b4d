/**
 * The page's service worker. The page itself comes from the network, so that nobody sees an old one
 * after a new one was put there, and from the cache only where there is no network. Its files have
 * their content's hash in their names and come from the cache first. A page that is open keeps its
 * own worker, and with it the files it may still need, until it is closed.
 */

/** Written by the build: what belongs to the page, relative to this script. */
declare const BUILD: { readonly version: string; readonly files: readonly string[] };
declare const self: ServiceWorkerGlobalScope;

const PAGE = './';
/** How long a network may take for the page where one is kept, in milliseconds. */
const PATIENCE = 6000;
/** Several pages may live at one origin, each below its own address. */
const FAMILY = `ganfield ${self.registration.scope} `;
const CACHE = FAMILY + BUILD.version;

const absolute = (path: string) => new URL(path, self.registration.scope).href;
const FILES = new Set(BUILD.files.map(absolute));
const PAGES = new Set([PAGE, 'index.html'].map(absolute));

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.mode === 'navigate') {
    if (PAGES.has(address)) event.respondWith(networkFirst(request));
  } else if (FILES.has(address)) {
    event.respondWith(cacheFirst(request));
  }
});

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request(PAGE, { cache: 'reload' }), ...BUILD.files]);
}

async function begin(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(FAMILY) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The kept page stands in for a network that fails, or does not answer in time. */
async function networkFirst(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  try {
    const response = await Promise.race([fetch(request), late]);
    return response.status >= 500 ? kept : response;
  } catch {
    return kept;
  }
}

async function cacheFirst(request: Request): Promise<Response> {
  // A file is what its name says, whatever the server says it depends on.
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}
