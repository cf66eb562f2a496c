import { roles } from "@lingxi/core/platform/actor";
import { listOf } from "@lingxi/core/platform/answer-schema";
import { Found, Suggestions } from "@lingxi/core/publication/answer-schema";
import { Chain } from "@lingxi/core/taxonomy/schema";
import * as z from "zod";

const Staff = z.object({ staffId: z.string(), name: z.string(), roles: listOf(z.enum(roles)) });

/** What routes answer that stand before no verb, or say less or more than their verb does. */
export const routes: Readonly<Record<string, z.ZodType>> = {
  "GET /api/health": z.object({ status: z.literal("ok") }),
  "GET /api/session": Staff,
  "POST /api/session": Staff,
  "GET /api/chains": z.object({ items: listOf(Chain) }),
  "GET /api/find": Found,
  "GET /api/find/suggest": Suggestions,
  "POST /api/preview/cases": z.object({ html: z.string() }),
  "GET /api/openapi.json": z.looseObject({ openapi: z.string() }).describe("OpenAPI 3.1"),
};
