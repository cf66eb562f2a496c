import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import type { Render } from "../platform/render.ts";
import { loadBuild, SiteVersions } from "../platform/site-builds.ts";
import { makeEvery } from "./every-page.ts";
import { publishSite } from "./publish.ts";
import { cannotLoad, failsOnPages, nothingBefore, readVersions, Version, type Versions, versionIn } from "./versions.ts";

/** What became of a version. */
export interface Change {
  readonly live: string;
  /** What was live before this; absent where nothing was. */
  readonly from?: string;
  readonly pinned: boolean;
  /** Pages written; 0 where all were made with it already. */
  readonly pages: number;
}

/**
 * Makes a kept build the live one and publishes everything with it: the one that is named, else the one before; or, where an earlier change was
 * killed half-way and none is named, finishes that. It has first to make every page of the present content, else nothing changes. Newer builds
 * do not take its place by themselves until `unpinVersion`, unless it is the newest itself.
 * @throws DomainError `site.no-version`, `site.nothing-before`, `site.cannot-load`, `site.fails-on-pages`
 */
export const restoreVersion = command({
  input: z.object({ version: Version.optional() }),
  access: ["administrator"],
  async run(ctx, { version: named }): Promise<Change> {
    const record = await readVersions(ctx);
    const unfinished = record?.live !== undefined && record.live !== record.shown;
    const chosen = named ?? (unfinished ? record.live : record?.before);
    if (!chosen) throw new DomainError(nothingBefore);
    const version = versionIn(record, chosen);
    const pinned = !named && unfinished ? record.pinned : record?.builds[0]?.version !== version;
    return makeLive(ctx, record, version, pinned);
  },
});

/**
 * Lets a build that was just registered take the place of the live one, unless an operator pinned that; and finishes what was killed half-way.
 * @throws DomainError `site.cannot-load`, `site.fails-on-pages`; the site is then as it was
 */
export const releaseBuild = command({
  input: z.object({ version: Version }),
  access: ["administrator"],
  async run(ctx, { version: named }): Promise<Change> {
    const record = await readVersions(ctx);
    const version = versionIn(record, named);
    return makeLive(ctx, record, record?.pinned && record.live ? record.live : version, record?.pinned ?? false);
  },
});

async function makeLive(ctx: Ctx, record: Versions | undefined, version: string, pinned: boolean): Promise<Change> {
  const from = record?.live;
  const change = { live: version, pinned, ...(from ? { from } : {}) };
  if (record && (from !== version || record.pinned !== pinned)) {
    if (from && from !== version) await prove(ctx, version);
    await save(
      ctx,
      SiteVersions.change(ctx, record, { live: version, pinned, ...(from && from !== version ? { before: from } : {}) }),
    );
  }
  if (from === version && record?.shown === version) return { ...change, pages: 0 };
  const { pages } = await publishSite(ctx, {});
  return { ...change, pages };
}

/** @throws DomainError where a version cannot make every page of the present content */
async function prove(ctx: Ctx, version: string): Promise<void> {
  const { failures } = await makeEvery(ctx, await load(ctx, version), async () => undefined);
  const [first] = failures;
  if (!first) return;
  const pages = failures.slice(0, 3).map(({ key }) => key);
  throw new DomainError(failsOnPages, {
    params: { version, count: failures.length, pages: pages.join(", "), why: first.why },
  });
}

/** @throws DomainError `site.cannot-load` */
export async function load(ctx: Ctx, version: string): Promise<Render> {
  try {
    return await loadBuild(ctx.objects, version);
  } catch (error) {
    throw new DomainError(cannotLoad, { params: { version, why: error instanceof Error ? error.message : String(error) } });
  }
}
