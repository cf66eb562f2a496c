import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { buildKeys, type SiteBuild, SiteVersions, versionOf } from "../platform/site-builds.ts";
import { readVersions, type Versions } from "./versions.ts";

/** So many builds are kept. */
const kept = 10;

/**
 * Keeps a build of the site: its renderer in the private store, and the names of what it has on the site, which must be there already. The
 * oldest goes when there are more than ten, with what only it had, but never the live one nor the one before.
 * @returns its version; nothing of the site changes by it
 */
export const registerBuild = command({
  input: z.object({ renderer: z.instanceof(Uint8Array), assets: z.array(z.string().regex(/^[\w.@/-]+$/)) }),
  access: ["administrator"],
  async run(ctx, { renderer, assets }): Promise<{ version: string }> {
    const version = versionOf(renderer);
    const record = await readVersions(ctx);
    if (record?.builds[0]?.version === version && (await ctx.objects.get("private", buildKeys.renderer(version))))
      return { version };
    await ctx.objects.put("private", buildKeys.assets(version), JSON.stringify(assets), { type: "application/json" });
    await ctx.objects.put("private", buildKeys.renderer(version), renderer, { type: "text/javascript" });
    const build: SiteBuild = { version, since: ctx.now().toISOString() };
    const all = [build, ...(record?.builds ?? []).filter((one) => one.version !== version)];
    const gone = tooMany(all, record);
    const builds = all.filter((one) => !gone.includes(one));
    await save(ctx, record ? SiteVersions.change(ctx, record, { builds }) : SiteVersions.create(ctx, { pinned: false, builds }));
    await forget(ctx, gone, builds);
    return { version };
  },
});

function tooMany(all: readonly SiteBuild[], record: Versions | undefined): readonly SiteBuild[] {
  const mayGo = all.slice(1).filter(({ version }) => version !== record?.live && version !== record?.before);
  return all.length > kept ? mayGo.slice(-(all.length - kept)) : [];
}

/** The list of a build's files on the site; empty where it is not known. */
export async function assetsOf(ctx: Ctx, version: string): Promise<readonly string[]> {
  const stored = await ctx.objects.get("private", buildKeys.assets(version));
  return stored ? (JSON.parse(Buffer.from(stored.body).toString("utf8")) as string[]) : [];
}

/** Takes builds out of the stores. Killed in between it leaves files that nobody asks for. */
async function forget(ctx: Ctx, gone: readonly SiteBuild[], stay: readonly SiteBuild[]): Promise<void> {
  if (!gone.length) return;
  const used = new Set((await Promise.all(stay.map(({ version }) => assetsOf(ctx, version)))).flat());
  for (const { version } of gone) {
    for (const file of await assetsOf(ctx, version)) if (!used.has(file)) await ctx.objects.remove("site", file);
    await ctx.objects.remove("private", buildKeys.assets(version));
    await ctx.objects.remove("private", buildKeys.renderer(version));
  }
}
