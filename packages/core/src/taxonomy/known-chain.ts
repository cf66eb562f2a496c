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
