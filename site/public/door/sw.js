// Keeps the check-in page and what it loads, so that it opens without a network. Holds nothing about people: that is in the page's own store.
const kept = "door-1";
const page = "/door/";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll([page, "/door/manifest.webmanifest", "/door/icon.svg"])));
  self.skipWaiting();
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** The page as it is now, else as it was. */
async function fresh(request) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(page, answer.clone());
    return answer;
  } catch (error) {
    const known = await cache.match(page);
    if (known) return known;
    throw error;
  }
}

/** What has a digest in its name never changes. */
async function unchanging(request) {
  const cache = await caches.open(kept);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname === page) event.respondWith(fresh(request));
  else if (pathname.startsWith("/_astro/") || pathname.startsWith("/door/")) event.respondWith(unchanging(request));
});
