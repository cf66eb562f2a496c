import * as z from "zod";
import { campaignProgress, importsUnderWay, listCampaigns } from "../campaign/index.ts";
import { patentImportsUnderWay } from "../ip-record/index.ts";
import { type Access, mayCall, roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { fullPublication, publicationUnderWay } from "../publication/index.ts";
import type { UnderWay } from "./schema.ts";

/** Followed at the same time. */
const most = 5;

interface Source {
  readonly access: Access;
  /** What is under way, by its names alone. */
  names(ctx: Ctx): Promise<readonly string[]>;
  find(ctx: Ctx): Promise<readonly UnderWay[]>;
}

const sending = async (ctx: Ctx) => (await listCampaigns(ctx, { status: "sending", limit: most })).items;
const names = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);

const sources: readonly Source[] = [
  {
    access: ["organiser", "auditor"],
    names: async (ctx) => names(await sending(ctx)),
    async find(ctx) {
      return Promise.all(
        (await sending(ctx)).map(async ({ id, subject, startedAt, createdAt }): Promise<UnderWay> => {
          const { frozen, queued, mails } = await campaignProgress(ctx, { campaignId: id });
          const total = frozen?.included ?? 0;
          const open = queued + mails.claimed + mails.unknown + mails.deferred;
          const done = Math.max(0, total - open);
          return { kind: "campaign", id, title: subject, done, total, startedAt: startedAt ?? createdAt };
        }),
      );
    },
  },
  {
    access: ["organiser", "auditor"],
    names: async (ctx) => names(await importsUnderWay(ctx)),
    async find(ctx) {
      const items = await importsUnderWay(ctx);
      return items.map(({ id, fileName, done = 0, rows, startedAt, stopAsked }) => ({
        ...{ kind: "import" as const, id, title: { "zh-CN": fileName }, done, total: rows, startedAt, stopAsked },
      }));
    },
  },
  {
    access: ["organiser", "auditor"],
    names: async (ctx) => names(await patentImportsUnderWay(ctx)),
    async find(ctx) {
      const items = await patentImportsUnderWay(ctx);
      return items.map(({ id, fileName, done = 0, rows, startedAt, stopAsked }) => ({
        ...{ kind: "patents" as const, id, title: { "zh-CN": fileName }, done, total: rows, startedAt, stopAsked },
      }));
    },
  },
  {
    access: ["organiser", "editor", "auditor"],
    names: async (ctx) => ((await fullPublication(ctx)) ? ["site"] : []),
    async find(ctx) {
      const full = await publicationUnderWay(ctx);
      return full ? [{ kind: "publication", id: "site", ...full }] : [];
    },
  },
];

/** What the product does by itself just now, as far as it concerns the one who asks, with how far it has come. */
export const listUnderWay = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  async run(ctx): Promise<{ items: readonly UnderWay[] }> {
    const mine = sources.filter(({ access }) => mayCall(ctx.actor, access));
    return { items: (await Promise.all(mine.map(({ find }) => find(ctx)))).flat() };
  },
});

/** What is under way by its names: another text whenever something began or ended. Nothing for those whom none of it concerns. */
export async function namesUnderWay(ctx: Ctx): Promise<string | undefined> {
  const mine = sources.filter(({ access }) => mayCall(ctx.actor, access));
  if (!mine.length) return undefined;
  return (await Promise.all(mine.map((source) => source.names(ctx)))).flat().join(" ");
}
