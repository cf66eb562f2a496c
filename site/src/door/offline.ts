import { decoder } from "./decode.ts";

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

let keeping: Promise<boolean> | undefined;

/** Keeps the page, and all that it has loaded by now, for when there is no network. @returns whether it will open then */
export function keepPage(): Promise<boolean> {
  keeping ??= keepAll().catch(() => false);
  return keeping;
}

async function keepAll(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  // The decoder first, so that it is among what is kept.
  await decoder();
  await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker, { scope: "/door/" });
  await navigator.serviceWorker.ready;
  const cache = await caches.open("door-1");
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(_astro|door)\//.test(pathname));
  for (const { pathname } of loaded) if (!(await cache.match(pathname))) await cache.add(pathname);
  return true;
}
