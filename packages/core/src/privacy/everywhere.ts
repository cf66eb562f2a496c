import { eraseAccount, heldAccount } from "../account/reactions.ts";
import { eraseRegistrations, heldRegistrations, withdrawNotices } from "../activity/reactions.ts";
import { eraseContacts, heldContacts } from "../campaign/reactions.ts";
import { withAttendance } from "../check-in/reactions.ts";
import { noticesConsent } from "../consent/notices-schema.ts";
import { type Holding, type HoldingKind, holdingKinds } from "../consent/schema.ts";
import { eraseDemands, heldDemands } from "../demand/reactions.ts";
import { eraseInvitations, heldInvitations } from "../invitation/reactions.ts";
import { erasePatents, heldPatents } from "../ip-record/reactions.ts";
import { eraseAsks, heldAsks } from "../matching/reactions.ts";
import { eraseMeetings, heldMeetings } from "../meeting/reactions.ts";
import { eraseMemberships, heldMemberships } from "../organisation/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { eraseProjects, heldProjects } from "../project/reactions.ts";
import { eraseEntries, eraseJury, heldEntries, heldJury } from "../roadshow/reactions.ts";
import { eraseSurveys, heldSurveys } from "../survey/reactions.ts";
import { eraseTalent, heldTalent, withdrawTalentChoice } from "../talent/reactions.ts";
import { type TalentChoice, talentChoices } from "../talent/schema.ts";

type People = readonly string[];

/** Every place that holds something on people, and how it is erased there. */
const places: Readonly<
  Record<
    HoldingKind,
    { held(ctx: Ctx, people: People): Promise<Holding[]>; erase(ctx: Ctx, people: People, only?: string): Promise<number> }
  >
> = {
  // Before the registration, whose link leads to it.
  meeting: { held: heldMeetings, erase: eraseMeetings },
  // Whether somebody came is said beside the registration by which they did, and a certificate is no more once that is erased.
  registration: {
    held: async (ctx, people) => withAttendance(ctx, await heldRegistrations(ctx, people)),
    erase: eraseRegistrations,
  },
  project: { held: heldProjects, erase: eraseProjects },
  demand: { held: heldDemands, erase: eraseDemands },
  talent: { held: heldTalent, erase: eraseTalent },
  patent: { held: heldPatents, erase: erasePatents },
  match: { held: heldAsks, erase: eraseAsks },
  contact: { held: heldContacts, erase: eraseContacts },
  membership: { held: heldMemberships, erase: eraseMemberships },
  roadshow: { held: heldEntries, erase: eraseEntries },
  jury: { held: heldJury, erase: eraseJury },
  invitation: { held: heldInvitations, erase: eraseInvitations },
  survey: { held: heldSurveys, erase: eraseSurveys },
  account: { held: heldAccount, erase: eraseAccount },
};

/** What is held on a person, of every kind unless told. */
export const heldOn = async (ctx: Ctx, people: People, kinds: readonly HoldingKind[] = holdingKinds): Promise<Holding[]> =>
  (await Promise.all(kinds.map((kind) => places[kind].held(ctx, people)))).flat();

/** Erases one thing that is held on a person. */
export const eraseOne = (ctx: Ctx, people: People, kind: HoldingKind, id: string) =>
  insisting(() => places[kind].erase(ctx, people, id));

/** Takes one consent of a person back: alone where the thing goes on without it, else with the thing that it was given for. */
export const withdrawOne = (ctx: Ctx, people: People, kind: HoldingKind, id: string, purpose: string) =>
  kind === "talent" && isChoice(purpose)
    ? insisting(() => withdrawTalentChoice(ctx, people, purpose))
    : kind === "registration" && purpose === noticesConsent.purpose
      ? insisting(() => withdrawNotices(ctx, people, id))
      : eraseOne(ctx, people, kind, id);

const isChoice = (purpose: string): purpose is TalentChoice => talentChoices.some((choice) => choice === purpose);

/** Erases all of it. Doing it twice changes nothing. */
export async function eraseAll(ctx: Ctx, people: People): Promise<number> {
  let erased = 0;
  for (const { erase } of Object.values(places)) erased += await insisting(() => erase(ctx, people));
  return erased;
}

/** A record that changed while it was being erased, perhaps by the same wish sent twice, is looked at anew. */
async function insisting(erase: () => Promise<number>): Promise<number> {
  for (let attempt = 1; ; attempt++)
    try {
      return await erase();
    } catch (error) {
      if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason || attempt >= 6) throw error;
    }
}
