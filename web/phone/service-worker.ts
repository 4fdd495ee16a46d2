// Keeps the shell of the phone: everything below /m/ opens without a network. Data and commands are none of its business, so that
// the application works the same where there is no service worker.
declare const VERSION: string;
declare const FILES: string[];
const worker = self as unknown as ServiceWorkerGlobalScope;
const shell = 'supervision-m-' + VERSION;

worker.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(shell)).addAll(FILES.map(file => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
})()));

worker.addEventListener('activate', event => event.waitUntil((async () => {
  for (const old of await caches.keys()) {
    if (old.startsWith('supervision-m-') && old !== shell) {
      await caches.delete(old);
    }
  }
  await worker.clients.claim();
})()));

worker.addEventListener('fetch', event => {
  const scope = new URL(worker.registration.scope);
  const asked = new URL(event.request.url);
  if (event.request.method === 'GET' && asked.origin === scope.origin && asked.pathname.startsWith(scope.pathname)) {
    event.respondWith((async () => await (await caches.open(shell)).match(event.request, { ignoreSearch: true }) ?? fetch(event.request))());
  }
});

export {};
