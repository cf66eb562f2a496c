import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { organisations } from "./organisations.ts";
import { overview } from "./overview.ts";
import { signingIn } from "./sign-in.ts";
import { steps } from "./steps.ts";
import { participants } from "./who.ts";

/** Participants who sign in, and what is theirs. Every GET only reads, since mail scanners follow links. */
const account = new Hono<Env>()
  .route("/account", signingIn)
  .route("/account", overview)
  .route("/account", steps)
  .route("/account/organisations", organisations);

export const app = appOf({ pages: account }, participants);
