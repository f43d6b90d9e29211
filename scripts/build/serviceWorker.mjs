/**
 * The service worker: answers from what the build listed, so that the designer opens without a network. The build puts
 * `VERSION` and `FILES` in front. A new version is fetched beside the old one and waits until a page says "go".
 */
/* global self, caches, fetch, VERSION, FILES */
const prefix = `task-designer ${self.registration.scope} `;
const own = prefix + VERSION;
const AT_ONCE = 6;
const page = new URL('./', self.registration.scope).href;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(own).then(async (cache) => {
      const keep = async (file) => {
        const address = new URL(file, self.registration.scope).href;
        // The name of an asset says its content: what the former version has need not be fetched again.
        const asset = file.startsWith('assets/');
        const before = asset ? await caches.match(address) : undefined;
        if (before) await cache.put(address, before);
        else await cache.add(new Request(address, { cache: asset ? 'default' : 'reload' }));
      };
      // A few at a time: the page that is open comes first.
      for (let at = 0; at < FILES.length; at += AT_ONCE) {
        await Promise.all(FILES.slice(at, at + AT_ONCE).map(keep));
      }
    }),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      // The version before stays: another tab may still run it, and fetch its parts as it needs them.
      const former = names.filter((name) => name.startsWith(prefix) && name !== own);
      for (const name of former.slice(0, -1)) await caches.delete(name);
      await self.clients.claim();
    }),
  );
});

self.addEventListener('message', ({ data }) => {
  if (data === 'go') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(own);
  const isPage = request.mode === 'navigate' && request.url.split(/[?#]/)[0] === page;
  const kept = isPage
    ? await cache.match(page)
    : ((await cache.match(request)) ?? (await caches.match(request)));
  return kept ?? fetch(request);
}
