import * as z from "zod";
import { labelled } from "../platform/schema.ts";
import { chainById } from "./chains.ts";

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

/** Any number of chains that are on the list up to six, each once. */
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
    .max(6)
    .default([])
    .transform((ids) => [...new Set(ids)]),
  "产业链（选填）",
  "Industry chains (optional)",
);
