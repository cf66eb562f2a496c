import { type AccountFact, accountTellings, tellParticipant } from "@lingxi/core/account/reactions";
import { noteDemandOrganisation } from "@lingxi/core/demand/reactions";
import { type MembershipFact, organisationTellings, tellOfMembership } from "@lingxi/core/organisation/reactions";
import type { Ctx } from "@lingxi/core/platform/context";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { noteProjectOrganisation } from "@lingxi/core/project/reactions";
import { subscriber } from "../subscriber.ts";

const named = <T extends string>(all: readonly T[], prefix: string, name: string) =>
  all.find((one) => name === `${prefix}.${one}`);

async function react(ctx: Ctx, { id: eventId, name, data }: DomainEvent): Promise<unknown> {
  const silence = mailSilence(process.env);
  const account = named(accountTellings, "account", name);
  if (account) return tellParticipant(ctx, { ...(data as AccountFact), eventId, telling: account, silence });
  const membership = named(organisationTellings, "organisation", name);
  if (membership) return tellOfMembership(ctx, { ...(data as MembershipFact), eventId, telling: membership, silence });
  if (name === "project.organisation-changed") return noteProjectOrganisation(ctx, data as { projectId: string });
  if (name === "demand.organisation-changed") return noteDemandOrganisation(ctx, data as { demandId: string });
  return undefined;
}

/**
 * Whatever participants with an account need done: the mails of sign-in and of organisations, and which projects and needs are their organisation's.
 * One reaction, since each costs a dozen resources of a stack that may have 500.
 */
export const handler = subscriber("serve-accounts", react, async () => ({ mailer: await mailer(process.env) }));
