interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

const worker = "/door/sw.js";

/** The one policy that `templates/door.astro` allows, for the one script that is loaded by its address. */
const policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy("lingxi-door", {
  createScriptURL: (url) => {
    if (url !== worker) throw new TypeError(`${url} is no script of this page.`);
    return url;
  },
});

/** Keeps the page, and all that it has loaded by now, for when there is no network. */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker, { scope: "/door/" });
  await navigator.serviceWorker.ready;
  const cache = await caches.open("door-1");
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(_astro|door)\//.test(pathname));
  for (const { pathname } of loaded) if (!(await cache.match(pathname))) await cache.add(pathname);
}
