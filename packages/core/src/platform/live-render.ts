import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Ctx } from "./context.ts";
import type { Render, Renderer } from "./render.ts";
import { loadBuild, rendererOf, SiteVersions, versionOf } from "./site-builds.ts";

/** Milliseconds by which a process may be late to hear that another build is live. */
export const hearsWithin = 1000;

/**
 * Renders with the build of the site that is live: the one at `path` where that is it, or where none is registered yet, else the one in the
 * private store. A process that lives long hears of a change within a second; builds once loaded are kept.
 */
export function liveRenderer(path: string | undefined, clock: () => number = () => performance.now()): Renderer {
  const loaded = new Map<string, Promise<Render>>();
  let own: Promise<Own> | undefined;
  let heard: { live: Promise<string | undefined>; until: number } | undefined;

  /** Kept unless it fails, so that a failure is tried again. */
  const once = (name: string, load: () => Promise<Render>) => {
    const known = loaded.get(name);
    if (known) return known;
    const loading = load();
    loading.catch(() => loaded.delete(name));
    loaded.set(name, loading);
    return loading;
  };
  const beside = () => {
    if (!path) return undefined;
    own ??= readFile(path).then((bytes) => ({ version: versionOf(bytes), path }));
    own.catch(() => {
      own = undefined;
    });
    return own;
  };
  const live = (ctx: Ctx) => {
    if (!heard || heard.until <= clock())
      heard = { live: SiteVersions.find(ctx, {}).then((record) => record?.live), until: clock() + hearsWithin };
    heard.live.catch(() => {
      heard = undefined;
    });
    return heard.live;
  };

  return async (input, ctx) => {
    const version = await live(ctx);
    const near = await beside();
    if (!version && !near) throw new Error("No build of the site is registered, and none lies beside this process.");
    const render =
      near && (!version || near.version === version)
        ? await once(near.version, async () => rendererOf(await import(/* @vite-ignore */ addressOf(near))))
        : await once(version ?? "", () => loadBuild(ctx.objects, version ?? ""));
    return render(input);
  };
}

interface Own {
  readonly version: string;
  readonly path: string;
}

/** Another build at the same path is another module. */
const addressOf = ({ path, version }: Own) => `${pathToFileURL(path).href}?${version}`;
