import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { hearsWithin } from "../platform/live-render.ts";
import { reason } from "../platform/reason.ts";
import { labelled } from "../platform/schema.ts";
import { SiteVersions, type SiteVersionsRecord } from "../platform/site-builds.ts";
import { ConditionFailed } from "../platform/table.ts";

export const noVersion = reason(
  "site.no-version",
  "not-found",
  "没有版本 {version}。已保留的版本：{known}。",
  "There is no version {version}. Kept are: {known}.",
);
export const nothingBefore = reason(
  "site.nothing-before",
  "conflict",
  "没有上一个版本可以恢复：到目前为止只有一个版本上线过。可以指定一个已保留的版本。",
  "There is no version before to restore: only one has been live so far. Name one of those that are kept.",
);
export const cannotLoad = reason(
  "site.cannot-load",
  "conflict",
  "版本 {version} 无法载入（{why}）。网站没有变化；请换一个版本。",
  "Version {version} cannot be loaded ({why}). The site is as it was; choose another version.",
);
export const failsOnPages = reason(
  "site.fails-on-pages",
  "conflict",
  "版本 {version} 有 {count} 个页面做不出来（{pages}：{why}）。网站没有变化；请换一个版本，或先修改这些内容。",
  "Version {version} cannot make {count} page(s) ({pages}: {why}). The site is as it was; choose another version, or change these things first.",
);

/** A version by its name or an unambiguous beginning of it, as it is printed. */
export const Version = labelled(
  z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => /^[0-9a-f]{4,12}$/.test(text), {
      params: {
        words: {
          "zh-CN": "“版本”由 4 到 12 位的 0–9、a–f 组成。请从版本列表里照抄。",
          en: "Version: 4 to 12 of the characters 0–9 and a–f. Copy it from the list of versions.",
        },
      },
    }),
  "版本",
  "Version",
);

export type Versions = SiteVersionsRecord & Stored;

export const readVersions = (ctx: Ctx): Promise<Versions | undefined> => SiteVersions.find(ctx, {});

/** The kept version that is meant. @throws DomainError `site.no-version` */
export function versionIn(record: Versions | undefined, named: string): string {
  const known = (record?.builds ?? []).map(({ version }) => version);
  const [found, other] = known.filter((version) => version.startsWith(named));
  if (found && !other) return found;
  throw new DomainError(noVersion, { params: { version: named, known: known.join(", ") || "–" } });
}

/** Which builds of the site are kept, the newest first, and which of them is live, was live before, and shows on all pages. */
export const listVersions = command({
  input: z.object({}),
  access: ["administrator"],
  async run(ctx): Promise<SiteVersionsRecord> {
    const { live, before, shown, pinned = false, builds = [] } = (await readVersions(ctx)) ?? {};
    return { ...(live ? { live } : {}), ...(before ? { before } : {}), ...(shown ? { shown } : {}), pinned, builds };
  },
});

/** From now on a newer build takes the place of the live one again, when it is registered. Nothing on the site changes. */
export const unpinVersion = command({
  input: z.object({}),
  access: ["administrator"],
  async run(ctx): Promise<{ live?: string; wasPinned: boolean }> {
    const record = await readVersions(ctx);
    if (record?.pinned) await save(ctx, SiteVersions.change(ctx, record, { pinned: false }));
    return { ...(record?.live ? { live: record.live } : {}), wasPinned: record?.pinned ?? false };
  },
});

/** Whether another build is live than all pages were made with: whoever changed it was killed, or is at work. */
export async function isUnfinished(ctx: Ctx): Promise<boolean> {
  const record = await readVersions(ctx);
  return record?.live !== undefined && record.live !== record.shown;
}

/** The live version, once every process has heard of it: whoever makes all pages waits for that, so that none is made with the former one after. */
export async function liveOnceHeard(ctx: Ctx): Promise<string | undefined> {
  const record = await readVersions(ctx);
  if (record?.shown && record.live !== record.shown) await new Promise((done) => setTimeout(done, hearsWithin + 200));
  return record?.live;
}

/** All pages were made with this version, if it is still the live one. */
export async function markShown(ctx: Ctx, version: string | undefined): Promise<void> {
  if (!version) return;
  const condition = { condition: "#live = :version", values: { ":version": version } };
  try {
    await ctx.table.write([SiteVersions.update(ctx, {}, "SET #shown = :version", condition)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
