import * as z from "zod";
import { labelled } from "../platform/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import { ApplyTalent } from "./schema.ts";

const { label, hint } = ApplyTalent.shape.chains.meta() ?? {};

/** Chains that are on the list, each once. */
export const KnownChains = labelled(
  z
    .array(
      z
        .string()
        .max(60)
        .refine((id) => Object.hasOwn(chainById, id), {
          params: { words: { "zh-CN": "“产业链”请从列表中选择。", en: "Industry chains: choose from the list." } },
        }),
    )
    .min(1)
    .max(6)
    .transform((ids) => [...new Set(ids)]),
  label?.["zh-CN"] ?? "",
  label?.en ?? "",
  hint,
);
