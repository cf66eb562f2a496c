import type { Role } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import type { DomainEvent } from "../platform/event.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Notices } from "./entity.ts";
import type { NoticeKind } from "./schema.ts";

interface Audience {
  readonly roles: readonly Role[];
  /** The field of the event that names what it is about, and the one that names the only person it is for. */
  readonly about: string;
  readonly staffId?: string;
}

const audiences: Readonly<Record<NoticeKind, Audience>> = {
  "project.submitted": { roles: ["reviewer", "organiser"], about: "projectId" },
  "demand.submitted": { roles: ["reviewer", "organiser"], about: "demandId" },
  "talent.applied": { roles: ["reviewer", "organiser"], about: "talentId" },
  "organisation.claimed": { roles: ["organiser"], about: "code" },
  "case.review-asked": { roles: ["organiser"], about: "caseId" },
  "campaign.held": { roles: ["organiser"], about: "campaignId" },
  "campaign.finished": { roles: ["organiser"], about: "campaignId" },
  "contacts.imported": { roles: [], about: "importId", staffId: "startedBy" },
  "site.page-failed": { roles: ["organiser", "editor"], about: "key" },
};

const isKind = (name: string): name is NoticeKind => name in audiences;

/** Puts a notice into the inbox of those who have a use for the event. The event's own id makes a second delivery harmless. */
export async function tellStaff(ctx: Ctx, { id, name, time, data }: DomainEvent): Promise<void> {
  if (!isKind(name)) return;
  const { roles, about, staffId } = audiences[name];
  const facts = data as Readonly<Record<string, unknown>>;
  const only = staffId ? String(facts[staffId] ?? "") : undefined;
  const notice = { id: `${time}#${id}`, kind: name, at: time, about: String(facts[about] ?? ""), roles, staffId: only };
  try {
    await ctx.table.write([Notices.create(ctx, notice)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
