import { listOf } from "@lingxi/core/platform/answer-schema";
import { Found, Suggestions } from "@lingxi/core/publication/answer-schema";
import { Chain } from "@lingxi/core/taxonomy/schema";
import * as z from "zod";

const Entered = z.object({ needsPasskey: z.boolean().describe("There is no passkey yet to come back with.") });

/** What routes answer that stand before no verb, or say less or more than their verb does. */
export const routes: Readonly<Record<string, z.ZodType>> = {
  "GET /api/health": z.object({ status: z.literal("ok") }),
  "POST /api/session": Entered,
  "POST /api/session/passkey": Entered,
  "GET /api/chains": z.object({ items: listOf(Chain) }),
  "GET /api/find": Found,
  "GET /api/find/suggest": Suggestions,
  "GET /my/data/open/archive.json": z.looseObject({}).describe("Everything held on one person"),
  "GET /en/my/data/open/archive.json": z.looseObject({}).describe("Everything held on one person"),
  "GET /account/archive.json": z.looseObject({}).describe("Everything held on one person"),
  "GET /en/account/archive.json": z.looseObject({}).describe("Everything held on one person"),
  "POST /api/preview/pages": z.object({ html: z.string() }),
  "POST /api/preview/cases": z.object({ html: z.string() }),
  "GET /api/openapi.json": z.looseObject({ openapi: z.string() }).describe("OpenAPI 3.1"),
};
