import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import type { PublicActivity } from "../activity/schema.ts";
import { withdrawConsent } from "../consent/index.ts";
import type { Consent } from "../consent/schema.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import type { Localised } from "../platform/text.ts";
import { projectsById } from "../project/index.ts";
import { Calls, Entries, type EntryRecord, Gates, Orders } from "./entity.ts";
import { count, one, throughGate } from "./gate.ts";
import { openEntry } from "./link.ts";
import { allEntries } from "./load.ts";
import { ChangeEntry, callMissing, type Decision, resultOut } from "./schema.ts";
import { startsOf } from "./times.ts";

const Token = z.object({ token: z.string().max(300) });

/** What a supplier sees of a project in a roadshow. */
export interface OwnEntry {
  readonly activity: Pick<PublicActivity, "id" | "title" | "startsAt" | "timeZone">;
  readonly title: Localised;
  readonly projectId: string;
  readonly status: EntryRecord["status"];
  readonly submittedAt: string;
  readonly presenter: EntryRecord["presenter"];
  readonly note?: string | undefined;
  readonly locale: EntryRecord["locale"];
  readonly consent: Consent;
  readonly version: number;
  /** Until the call closes the entry can be changed. */
  readonly open: boolean;
  /** Once the result is published. */
  readonly result?:
    | { readonly is: Decision; readonly reason?: string | undefined; readonly place?: number | undefined }
    | undefined;
  /** When it is on, once the running order is published. */
  readonly startsAt?: string | undefined;
}

/** What a supplier is told of the result, as far as it is out. */
export function toldResult(
  entry: EntryRecord,
  result: { readonly reserve: readonly string[] } | undefined,
  still: readonly EntryRecord[],
) {
  if (!result || !entry.decision) return undefined;
  const { is, reason } = entry.decision;
  return { is, reason, ...(is === "reserve" ? { place: reservePlace(entry.id, result.reserve, still) } : {}) };
}

/** Which place of the reserve somebody has, among those who are still in it; who came to it later stands behind the others. */
export function reservePlace(id: string, reserve: readonly string[], entries: readonly EntryRecord[]): number {
  const waiting = entries
    .filter(({ status, decision }) => status === "submitted" && decision?.is === "reserve")
    .map((e) => ({ id: e.id, at: reserve.indexOf(e.id), since: e.decision?.at ?? "" }))
    .sort((a, b) => (a.at < 0 ? reserve.length : a.at) - (b.at < 0 ? reserve.length : b.at) || a.since.localeCompare(b.since));
  return waiting.findIndex((one) => one.id === id) + 1;
}

export const seeEntry = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<OwnEntry> {
    const entry = await openEntry(ctx, token);
    const { activityId, projectId, id } = entry;
    const [activity, call, order, projects] = await Promise.all([
      getActivity(asSystem(ctx, "roadshow"), { activityId }),
      Calls.get(ctx, { activityId }, callMissing),
      Orders.find(ctx, { activityId }),
      projectsById(ctx, [projectId]),
    ]);
    const needsAll = call.result && entry.decision?.is === "reserve";
    const { title, startsAt, timeZone } = activity;
    return {
      activity: { id: activityId, title, startsAt, timeZone },
      title: projects.get(projectId)?.title ?? { "zh-CN": "" },
      ...{ projectId, status: entry.status, submittedAt: entry.submittedAt, presenter: entry.presenter, note: entry.note },
      ...{ locale: entry.locale, consent: entry.consent, version: entry.version },
      open: call.closesAt > ctx.now().toISOString(),
      result: toldResult(entry, call.result, needsAll ? await allEntries(ctx, activityId) : []),
      startsAt: startsOf(order?.published).get(id),
    };
  },
});

/** Changes who presents and what the jury is told, until the call closes. */
export const changeEntry = command({
  input: ChangeEntry,
  access: "public",
  async run(ctx, { token, version, presenter, position, note }): Promise<{ version: number }> {
    const entry = await openEntry(ctx, token);
    if (entry.version !== version) throw new DomainError(changedMeanwhile);
    const gate = await Gates.get(ctx, entry, callMissing);
    if (entry.status === "withdrawn" || gate.resultAt) throw new DomainError(resultOut);
    await save(ctx, Entries.change(ctx, entry, { presenter: { name: presenter, position }, note }));
    return { version: version + 1 };
  },
});

/** Takes a project out of a roadshow; a place on stage is free again. The project itself stays. Doing it twice changes nothing. */
export const withdrawEntry = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<{ status: "withdrawn" }> {
    await takeOut(ctx, await openEntry(ctx, token), {});
    return { status: "withdrawn" };
  },
});

export async function takeOut(ctx: Ctx, entry: EntryRecord & Stored, patch: Partial<EntryRecord>): Promise<void> {
  if (entry.status === "withdrawn") {
    if (Object.keys(patch).length) await save(ctx, Entries.change(ctx, entry, patch));
    return;
  }
  const [consent = entry.consent] = withdrawConsent(ctx, [entry.consent]);
  const freed = entry.decision?.is === "accepted" ? `, ${count("accepted", -1)}` : "";
  await throughGate(
    ctx,
    entry.activityId,
    { set: `${count("entries", -1)}, ${count("decisions", 1)}${freed}`, values: one },
    [Entries.change(ctx, entry, { ...patch, status: "withdrawn", since: ctx.now().toISOString(), consent })],
    () => new DomainError(callMissing),
  );
}
