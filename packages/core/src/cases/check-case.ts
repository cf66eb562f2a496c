import * as z from "zod";
import { command } from "../platform/command.ts";
import { examine } from "./checklist.ts";
import { contentKinds, type Finding, kindOf } from "./schema.ts";

/** The checklist of a draft as it is being written; it need not be saved, nor be right in any way. */
export const checkCase = command({
  input: z.object({
    caseId: z.string().max(40).default(""),
    /** What a draft without an id is. */
    kind: z.enum(contentKinds).optional(),
    draft: z.record(z.string(), z.unknown()),
  }),
  access: ["organiser", "editor", "auditor"],
  run: async (ctx, { caseId, kind = kindOf(caseId), draft }): Promise<{ items: Finding[] }> => ({
    items: await examine(ctx, caseId, draft, kind),
  }),
});
