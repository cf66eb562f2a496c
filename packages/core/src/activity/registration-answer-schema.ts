import * as z from "zod";
import { QuestionKind } from "../form/schema.ts";
import { BothWords, listOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { Locale } from "../platform/schema.ts";
import { PublicActivity } from "./answer-schema.ts";
import { registrationStatuses } from "./schema.ts";

const RegistrationStatus = z.enum(registrationStatuses);
export const Moved = z.object({ status: RegistrationStatus });

const Said = z
  .record(z.string(), z.union([z.string(), z.number(), listOf(z.string())]))
  .describe("Answers to the organiser's questions, by the question's id.");

export const FormQuestion = z
  .object({
    id: z.string(),
    kind: QuestionKind,
    label: Text,
    hint: Text.optional(),
    required: z.boolean().optional(),
    tickets: listOf(z.string()).optional().describe("Only asked with these ticket types."),
    when: z
      .object({ question: z.string(), is: listOf(z.string()) })
      .optional()
      .describe("Only asked after one of these choices."),
    options: listOf(z.object({ id: z.string(), label: Text })).optional(),
    least: z.number().optional(),
    most: z.number().optional(),
  })
  .meta({ id: "FormQuestion", description: "A question of a registration form." });

export const RegistrationForm = z
  .object({
    number: z.int().describe("The version of the form; 0 where there is none. Send it back as `form`."),
    questions: listOf(FormQuestion),
    group: z.int().describe("How many may come together, the leader included."),
  })
  .meta({ id: "RegistrationForm", description: "What is asked of those who register." });

export const FormVersion = RegistrationForm.extend({ activityId: z.string(), ...stored }).meta({
  id: "FormVersion",
  description: "A version of a registration form.",
});

/** What a person entered, and what became of it. */
const entered = {
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  interest: z.string().optional(),
  answers: Said.optional(),
  locale: Locale,
  consent: z.object({ purpose: z.string(), version: z.string(), at: Time, source: z.string() }),
  status: RegistrationStatus,
  ticket: z.string().optional().describe("Absent where the activity has no ticket types."),
  pooled: z.boolean().optional().describe("Takes part in the draw."),
  lot: z.string().optional().describe("What the draw gave; the lowest is first."),
  remark: z.string().optional().describe("Why the organiser refused it."),
  offerExpiresAt: Time.optional(),
  cancelledBecause: z.enum(["person", "offer-expired", "activity", "erased", "transferred"]).optional(),
};

export const RegistrationRow = z
  .object({
    ...entered,
    activityId: z.string(),
    person: z.string().describe("Keyed digest of the address: one live registration a person and activity."),
    form: z.int().optional().describe("The version of the form that was answered."),
    code: z.string().optional().describe("The invitation code by which the person came."),
    confirmedAt: Time.optional().describe("Since when the seat is certain."),
    queuedAt: Time.describe("Place in the queue, by time and then by id."),
    leads: listOf(z.object({ person: z.string(), id: z.string() }))
      .optional()
      .describe("Of who leads a group: the seats of the others."),
    leader: z.string().optional().describe("Of a companion: the leader's `person`."),
    party: z.int().optional().describe("How many wait together with this leader."),
    together: z.boolean().optional().describe("A companion who waits in the leader's place."),
    addressed: z.boolean().optional().describe("The leader gave an address for this seat."),
    quiet: z.boolean().optional().describe("Entered by staff who did not want a mail sent for it."),
    sequence: z.int().describe("SEQUENCE of the calendar entry that the person holds."),
    linkAskedAt: Time.optional(),
    notices: z
      .object({ purpose: z.string(), version: z.string(), at: Time, source: z.string(), withdrawnAt: Time.optional() })
      .optional()
      .describe("Agreed to be told of events to come."),
    ...stored,
  })
  .meta({ id: "RegistrationRow", description: "A registration as those who run the activity see it." });

export const RegisterAnswer = z
  .object({ activityId: z.string(), status: RegistrationStatus.exclude(["cancelled", "refused"]) })
  .meta({
    id: "RegisterAnswer",
    description:
      "The same for a first and for a repeated registration, so that nobody can find out who is registered; the link goes by mail.",
  });

export const OwnRegistration = z
  .object({
    activity: PublicActivity,
    registration: z.object(entered),
    version: z.int().describe("Rises with each change; a form sends it back, so that two tabs do not overwrite each other."),
    form: z
      .object({ number: z.int(), questions: listOf(FormQuestion), open: z.boolean().describe("Answers can still be changed.") })
      .optional(),
    position: z.int().optional().describe("1 for the next in line; absent past the first hundred."),
    waitsFor: listOf(z.string())
      .optional()
      .describe("While one waits: the quotas that are full; `whole` is the activity's places."),
    group: listOf(
      z.object({
        id: z.string(),
        name: z.string(),
        organisation: z.string(),
        status: RegistrationStatus,
        addressed: z.boolean().describe("An address was given for this seat, which has a link of its own."),
        token: z.string().optional().describe("The secret part of the link to a seat without an address."),
      }),
    )
      .optional()
      .describe("Whom the holder brings."),
    party: z.int().optional().describe("How many wait together."),
    transfer: z.string().optional().describe("The secret part of the link that passes the seat on."),
    ticket: z.string().optional().describe("What the QR code says; only with a seat."),
    online: z.object({ link: z.string().optional(), note: z.string().optional() }).optional().describe("Only with a seat."),
  })
  .meta({ id: "OwnRegistration", description: "What the holder of the secret link sees." });

export const EnteredRow = z
  .object({
    row: z.int().describe("1 for the first that was sent."),
    outcome: z.enum(["confirmed", "waitlisted", "already", "refused"]),
    problems: listOf(z.object({ field: z.string(), message: BothWords })).optional(),
    because: BothWords.optional(),
  })
  .meta({ id: "EnteredRow", description: "What became of a row that staff entered." });

export const WalkedIn = z
  .object({
    person: z.string(),
    id: z.string(),
    outcome: z.enum(["entered", "already"]).describe("`already`: the address has a registration, which is this one."),
    status: RegistrationStatus,
  })
  .meta({ id: "WalkedIn", description: "Somebody whom staff entered at the door." });
