import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { tidy } from "../platform/text.ts";
import { type EntryRecord, Orders } from "./entity.ts";
import { allEntries, loadRoadshow } from "./load.ts";
import { OrderContent, type OrderView, orderEntry } from "./schema.ts";
import { partOfRoadshow, runners, watchers } from "./scope.ts";
import { movedBetween, timed } from "./times.ts";

const isAccepted = ({ status, decision }: EntryRecord) => status === "submitted" && decision?.is === "accepted";

async function activityOf(ctx: Ctx, activityId: string) {
  const { startsAt, endsAt, timeZone } = await getActivity(asSystem(ctx, "roadshow"), { activityId });
  return { startsAt, endsAt, timeZone };
}

/** The running order with its times, who is accepted, and what does not fit. */
export const readOrder = command({
  input: z.object({ activityId: Reference }),
  access: watchers,
  scope: partOfRoadshow,
  async run(ctx, { activityId }): Promise<OrderView> {
    const [activity, order, { entries, projects, results }] = await Promise.all([
      activityOf(ctx, activityId),
      Orders.find(ctx, { activityId }),
      loadRoadshow(ctx, activityId),
    ]);
    const accepted = entries.filter(isAccepted);
    const content = order ?? { startsAt: activity.startsAt, rows: [] };
    return {
      ...{ version: order?.version ?? 0, startsAt: content.startsAt, timeZone: activity.timeZone, rows: timed(content) },
      accepted: accepted.flatMap((entry) => {
        const project = projects.get(entry.projectId);
        if (!project) return [];
        const { id, presenter, mark } = entry;
        const { title, organisation } = project;
        const value = results.get(id)?.value;
        const marked = { ...(value === undefined ? {} : { value }), ...(mark ? { mark } : {}) };
        return [{ entryId: id, title, organisation, presenter: presenter.name, ...marked }];
      }),
      conflicts: conflictsIn(content, accepted, activity),
      ...(order?.published
        ? { published: { at: order.published.at, moved: movedBetween(order.published, content).length } }
        : {}),
    };
  },
});

/** What does not fit in a running order: none of it keeps it from being saved. */
export function conflictsIn(
  content: OrderContent,
  accepted: readonly EntryRecord[],
  activity: { readonly startsAt: string; readonly endsAt: string },
): OrderView["conflicts"] {
  const rows = timed(content);
  const inOrder = rows.flatMap((row) => ("entryId" in row ? [row.entryId] : []));
  const byName = new Map<string, string[]>();
  for (const id of inOrder) {
    const name = tidy(accepted.find((entry) => entry.id === id)?.presenter.name ?? "").toLowerCase();
    if (name) byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  const left = accepted.filter(({ id }) => !inOrder.includes(id)).map(({ id }) => id);
  const gone = inOrder.filter((id) => !accepted.some((entry) => entry.id === id));
  const found: OrderView["conflicts"][number][] = [...byName.values()]
    .filter((ids) => ids.length > 1)
    .map((entryIds) => ({ kind: "same-presenter", entryIds }));
  if (left.length) found.push({ kind: "not-in-order", entryIds: left });
  if (gone.length) found.push({ kind: "withdrawn", entryIds: gone });
  if (rows.length && minute(content.startsAt) < minute(activity.startsAt)) found.push({ kind: "before-start", entryIds: [] });
  const late = rows.filter(({ endsAt }) => minute(endsAt) > minute(activity.endsAt));
  if (late.length) found.push({ kind: "past-end", entryIds: late.flatMap((row) => ("entryId" in row ? [row.entryId] : [])) });
  return found;
}

/** Times on stage are set to the minute. */
const minute = (instant: string) => instant.slice(0, 16);

/** Saves the running order; nobody is told, and the page stays as it is, until it is published. */
export const saveOrder = command({
  input: OrderContent.extend({ activityId: Reference, version: z.int() }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, version, startsAt, rows }): Promise<{ version: number }> {
    const [known, entries] = await Promise.all([Orders.find(ctx, { activityId }), allEntries(ctx, activityId)]);
    if ((known?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
    const ids = rows.flatMap((row) => ("entryId" in row ? [row.entryId] : []));
    const were = (known?.rows ?? []).flatMap((row) => ("entryId" in row ? [row.entryId] : []));
    // One that has left meanwhile may stay where it stood, so that nothing else moves before somebody decides so.
    const may = (id: string) => entries.some((entry) => entry.id === id && (isAccepted(entry) || were.includes(id)));
    if (new Set(ids).size !== ids.length || !ids.every(may)) throw new DomainError(orderEntry);
    await save(ctx, known ? Orders.change(ctx, known, { startsAt, rows }) : Orders.create(ctx, { activityId, startsAt, rows }));
    return { version: version + 1 };
  },
});

/** Publishes the running order as it is saved: it shows on the activity's page, and those whose time is new or other are told. */
export const publishOrder = command({
  input: z.object({ activityId: Reference, version: z.int() }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, version }): Promise<{ version: number }> {
    const [order, entries] = await Promise.all([Orders.find(ctx, { activityId }), allEntries(ctx, activityId)]);
    if (!order || order.version !== version) throw new DomainError(changedMeanwhile);
    const { startsAt, rows } = order;
    const stays = (id: string) => entries.some((entry) => entry.id === id && isAccepted(entry));
    if (!rows.every((row) => !("entryId" in row) || stays(row.entryId))) throw new DomainError(orderEntry);
    const revision = (order.published?.revision ?? 0) + 1;
    await save(ctx, Orders.change(ctx, order, { published: { startsAt, rows, at: ctx.now().toISOString(), revision } }));
    return { version: version + 1 };
  },
});
