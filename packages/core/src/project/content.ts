import * as z from "zod";
import { labelled } from "../platform/schema.ts";
import type { Locale, Localised } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import type { ProjectRecord } from "./entity.ts";
import type { SubmitProject } from "./schema.ts";

/** A chain that is on the list. */
export const KnownChain = labelled(
  z
    .string()
    .max(60)
    .refine((id) => Object.hasOwn(chainById, id), {
      params: { words: { "zh-CN": "“产业链”没有选择，请从列表中选一条。", en: "Industry chain: choose one from the list." } },
    }),
  "产业链",
  "Industry chain",
);

/** A text in the supplier's language. One that is only in English stands for the Chinese as well, until somebody translates it. */
const written = (text: string, locale: Locale): Localised => (locale === "en" ? { "zh-CN": text, en: text } : { "zh-CN": text });

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
  | "locale"
> {
  const { secrecy, chain, trl, ways, askingFrom, askingTo, organisation, locale, name, phone } = input;
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
    locale,
    contact: { name, email, phone },
  };
}
