import type { ProjectFact } from "@lingxi/core/project";
import { tellSupplier } from "@lingxi/core/project/reactions";
import type { ProjectStatus } from "@lingxi/core/project/schema";
import { mailer, mailSilence } from "../parts.ts";
import { subscriber } from "../subscriber.ts";

/** Tells a supplier by mail what became of the project. */
export const handler = subscriber(
  "send-project-mail",
  (ctx, { id, name, data }) =>
    tellSupplier(ctx, {
      eventId: id,
      status: name.slice("project.".length) as ProjectStatus,
      projectId: (data as ProjectFact).projectId,
      silence: mailSilence(),
    }),
  async () => ({ mailer: await mailer() }),
);
