import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import type { ProjectFact } from "@lingxi/core/project";
import { tellSupplier } from "@lingxi/core/project/reactions";
import type { ProjectStatus } from "@lingxi/core/project/schema";
import { subscriber } from "../subscriber.ts";

/** Tells a supplier by mail what became of the project. */
export const handler = subscriber(
  "send-project-mail",
  (ctx, { id, name, data }) =>
    tellSupplier(ctx, {
      eventId: id,
      status: name.slice("project.".length) as ProjectStatus,
      projectId: (data as ProjectFact).projectId,
      silence: mailSilence(process.env),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);
