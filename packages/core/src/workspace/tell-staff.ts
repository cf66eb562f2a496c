import { getDemand } from "../demand/index.ts";
import type { Role } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import type { DomainEvent } from "../platform/event.ts";
import { ConditionFailed } from "../platform/table.ts";
import { getProject } from "../project/index.ts";
import { Notices } from "./entity.ts";
import type { NoticeKind } from "./schema.ts";

interface Audience {
  readonly roles: readonly Role[];
  /** The field of the event that names what it is about, and the one that names the only person it is for. */
  readonly about: string;
  readonly staffId?: string;
  /** To which chains what it is about belongs, where roles may hold for some of them. */
  readonly chains?: (ctx: Ctx, id: string) => Promise<readonly string[]>;
}

/** None where the record is gone by now. */
async function chainsOf(record: Promise<{ readonly chain: string }>): Promise<readonly string[]> {
  try {
    return [(await record).chain];
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return [];
    throw error;
  }
}
const ofProject = (ctx: Ctx, projectId: string) => chainsOf(getProject(ctx, { projectId }));
const ofDemand = (ctx: Ctx, demandId: string) => chainsOf(getDemand(ctx, { demandId }));

const audiences: Readonly<Record<NoticeKind, Audience>> = {
  "project.submitted": { roles: ["reviewer", "organiser"], about: "projectId", chains: ofProject },
  "match.answered": { roles: ["broker", "organiser"], about: "demandId", chains: ofDemand },
  "demand.submitted": { roles: ["reviewer", "organiser"], about: "demandId", chains: ofDemand },
  "talent.applied": { roles: ["reviewer", "organiser"], about: "talentId" },
  "organisation.claimed": { roles: ["organiser"], about: "code" },
  "case.review-asked": { roles: ["organiser"], about: "caseId" },
  "campaign.held": { roles: ["organiser"], about: "campaignId" },
  "campaign.finished": { roles: ["organiser"], about: "campaignId" },
  "contacts.imported": { roles: [], about: "importId", staffId: "startedBy" },
  "site.page-failed": { roles: ["organiser", "editor"], about: "key" },
  "webhook.disabled": { roles: ["organiser"], about: "webhookId" },
};

const isKind = (name: string): name is NoticeKind => name in audiences;

/** Puts a notice into the inbox of those who have a use for the event. The event's own id makes a second delivery harmless. */
export async function tellStaff(ctx: Ctx, { id, name, time, data }: DomainEvent): Promise<void> {
  if (!isKind(name)) return;
  const { roles, about: field, staffId, chains: of } = audiences[name];
  const facts = data as Readonly<Record<string, unknown>>;
  const only = staffId ? String(facts[staffId] ?? "") : undefined;
  const about = String(facts[field] ?? "");
  const chains = await of?.(ctx, about);
  const notice = { id: `${time}#${id}`, kind: name, at: time, about, roles, staffId: only, chains };
  try {
    await ctx.table.write([Notices.create(ctx, notice)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
