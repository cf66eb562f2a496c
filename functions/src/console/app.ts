import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { runActivities } from "./routes/activities.ts";
import { trail } from "./routes/audit.ts";
import { activityTemplates, authorActivities } from "./routes/authoring.ts";
import { readContacts, readImports, runCampaigns, sendingRules } from "./routes/campaigns.ts";
import { writeCases, writePages } from "./routes/cases.ts";
import { contacts, segments } from "./routes/contacts.ts";
import { handleBatches, handleDemands } from "./routes/demands.ts";
import { members, myself } from "./routes/members.ts";
import { organisations } from "./routes/organisations.ts";
import { patents } from "./routes/patents.ts";
import { policy, site } from "./routes/policy.ts";
import { reviewProjects } from "./routes/projects.ts";
import { session } from "./routes/session.ts";
import { reviewTalents } from "./routes/talents.ts";
import { workspace } from "./routes/workspace.ts";

/** What staff do, apart from what the public calls, so that the one stays small while the other grows. */
const staff = new Hono<Env>()
  .route("/activities", runActivities)
  .route("/activities", authorActivities)
  .route("/activity-templates", activityTemplates)
  .route("/audit", trail)
  .route("/cases", writeCases)
  .route("/pages", writePages)
  .route("/demands", handleDemands)
  .route("/demand-batches", handleBatches)
  .route("/members", members)
  .route("/me", myself)
  .route("/organisations", organisations)
  .route("/patents", patents)
  .route("/policy", policy)
  .route("/site", site)
  .route("/projects", reviewProjects)
  .route("/talents", reviewTalents)
  .route("/contacts", readContacts)
  .route("/contacts", contacts)
  .route("/segments", segments)
  .route("/imports", readImports)
  .route("/campaigns", runCampaigns)
  .route("/sending-rules", sendingRules)
  .route("/workspace", workspace);

export const app = appOf({ api: new Hono<Env>().route("/session", session).route("/console", staff) });
