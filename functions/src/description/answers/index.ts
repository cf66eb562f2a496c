import type * as z from "zod";
import type { Operation } from "../../api/describe.ts";
import { activity } from "./activity.ts";
import type { Answer } from "./answer.ts";
import { audit } from "./audit.ts";
import { campaign } from "./campaign.ts";
import { cases } from "./cases.ts";
import { checkIn } from "./check-in.ts";
import { contacts } from "./contacts.ts";
import { guests } from "./guests.ts";
import { identity } from "./identity.ts";
import { ipRecord } from "./ip-record.ts";
import { listings } from "./listings.ts";
import { matching } from "./matching.ts";
import { meeting } from "./meeting.ts";
import { organisation } from "./organisation.ts";
import { publication } from "./publication.ts";
import { roadshow } from "./roadshow.ts";
import { routes } from "./routes.ts";
import { webhook } from "./webhook.ts";
import { workspace } from "./workspace.ts";

const ofVerbs = new Map<object, z.ZodType>(
  [
    activity,
    audit,
    campaign,
    cases,
    checkIn,
    contacts,
    guests,
    identity,
    ipRecord,
    listings,
    matching,
    meeting,
    organisation,
    publication,
    roadshow,
    webhook,
    workspace,
  ].flat() as Answer[],
);

/** What an operation answers as JSON; undefined where nobody has said it. */
export const answerOf = ({ method, path, about }: Operation): z.ZodType | undefined =>
  routes[`${method} ${path}`] ?? (about?.verb && ofVerbs.get(about.verb));
