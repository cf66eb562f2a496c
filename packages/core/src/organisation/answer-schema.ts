import * as z from "zod";
import { pageOf, Time } from "../platform/answer-schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { organisationKinds } from "./schema.ts";

const what = {
  name: z.string(),
  kind: z.enum(organisationKinds),
  region: Region.optional(),
  chains: z.array(z.string()),
};

export const Claim = z
  .object({
    code: z.string().describe("Unified social credit code (GB 32100-2015)."),
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    position: z.string(),
    proof: z.string().describe("How it can be checked, in their words."),
    says: z.object(what).describe("What they say of the organisation."),
    since: Time,
    rivals: z.int().describe("How many others claim the same one."),
    hasOwner: z.boolean().describe("It has got an owner meanwhile: confirming passes the claim on to that one."),
    known: z.string().optional().describe("The name that the record has."),
    version: z.int(),
  })
  .meta({ id: "OrganisationClaim", description: "Somebody who says to belong to an organisation without an owner." });

export const Organisation = z
  .object({
    code: z.string(),
    ...what,
    owners: z.int(),
    members: z.int(),
    confirmed: z.object({ by: z.string(), at: Time, how: z.string() }).describe("How its first owner was checked."),
    version: z.int(),
  })
  .meta({ id: "Organisation", description: "An organisation that somebody was confirmed for." });

export const Code = z
  .object({ code: z.string(), note: z.string().describe("Why."), by: z.string(), at: Time, version: z.int() })
  .meta({ id: "CodeLetThrough", description: "A credit code that counts although its check character is wrong." });

export const Codes = pageOf(Code);
export const Claims = pageOf(Claim);
export const Organisations = pageOf(Organisation);
export const Confirmed = z.object({ passedOn: z.boolean() });
export const Versioned = z.object({ version: z.int() });
