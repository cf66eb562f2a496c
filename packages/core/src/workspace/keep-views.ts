import * as z from "zod";
import { actorName, roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Views, viewsOf } from "./entity.ts";
import { KeepViews, type ListViews } from "./schema.ts";

/** Lists of which somebody has views; the console has fewer. */
const mostLists = 100;

/** One's own views of all lists. */
export const readViews = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  async run(ctx): Promise<{ items: readonly ListViews[] }> {
    const { items } = await Views.list(ctx, { pk: viewsOf(actorName(ctx.actor)), limit: mostLists });
    return { items: items.map(({ list, views, preferred, version }) => ({ list, views, preferred, version })) };
  },
});

/** Keeps the views of one list as they stand now. @throws DomainError `record.changed` when another window was first: it is read again, and nothing is lost */
export const keepViews = command({
  input: KeepViews,
  access: roles,
  scope: "itself",
  async run(ctx, { list, version, views, preferred }): Promise<{ version: number }> {
    const owner = actorName(ctx.actor);
    const kept = await Views.find(ctx, { owner, list });
    if ((kept?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
    const patch = { views, preferred: views.some(({ id }) => id === preferred) ? preferred : undefined };
    await save(
      ctx,
      kept ? Views.change(ctx, kept, { ...patch, forgottenAt: undefined }) : Views.create(ctx, { owner, list, ...patch }),
    );
    return { version: version + 1 };
  },
});
