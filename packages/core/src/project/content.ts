import type { Stored } from "../platform/entity.ts";
import { written } from "../platform/text.ts";
import type { ProjectRecord } from "./entity.ts";
import type { ProjectDetail, SubmitProject } from "./schema.ts";

type Filled = Omit<SubmitProject, "email" | "consent" | "submission">;

/** What a form fills in, as the record holds it. */
export function content(
  input: Filled,
  email: string,
): Pick<
  ProjectRecord,
  | "secrecy"
  | "title"
  | "problem"
  | "advantage"
  | "economics"
  | "chain"
  | "trl"
  | "ways"
  | "askingFrom"
  | "askingTo"
  | "contact"
  | "organisation"
  | "creditCode"
  | "region"
  | "locale"
> {
  const { secrecy, chain, trl, ways, askingFrom, askingTo, organisation, creditCode, region, locale, name, phone } = input;
  return {
    secrecy,
    title: written(input.title, locale),
    problem: written(input.problem, locale),
    advantage: written(input.advantage, locale),
    economics: written(input.economics, locale),
    chain,
    trl,
    ways: [...new Set(ways)],
    askingFrom,
    askingTo,
    organisation,
    creditCode,
    region,
    locale,
    contact: { name, email, phone },
  };
}

/** The record without who changed it last, nor the digest of its address: its supplier reads it too. */
export const toDetail = ({ createdAt, updatedAt, updatedBy, person, ...project }: ProjectRecord & Stored): ProjectDetail =>
  project;
