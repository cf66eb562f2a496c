import type { Thing, ThingKind } from "@lingxi/core/workspace/schema";

const folders: Readonly<Record<ThingKind, string>> = {
  activity: "activities",
  campaign: "campaigns",
  case: "cases",
  demand: "demands",
  project: "projects",
  talent: "talents",
};

/** Where the console shows a thing. */
export const thingHref = ({ kind, id }: Pick<Thing, "kind" | "id">): string => `/console/${folders[kind]}/${id}`;

/** What a thing's id says of its kind. */
const prefixes: Readonly<Record<string, ThingKind>> = {
  act: "activity",
  cmp: "campaign",
  cas: "case",
  dem: "demand",
  prj: "project",
  tal: "talent",
};
export const kindOf = (id: string): ThingKind | undefined => prefixes[id.split("_")[0] ?? ""];
