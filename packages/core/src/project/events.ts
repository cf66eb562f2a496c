import type { Derive, Derived } from "../platform/event.ts";
import { paths } from "../publication/schema.ts";
import type { ProjectRecord } from "./entity.ts";
import type { ProjectStatus } from "./schema.ts";

/** What an event of a project says: which one, and the public addresses that it has no more. */
export interface ProjectFact {
  readonly projectId: string;
  readonly former?: readonly string[];
}

const told: Readonly<Record<ProjectStatus, string>> = {
  submitted: "project.submitted",
  "changes-requested": "project.changes-requested",
  listed: "project.listed",
  declined: "project.declined",
  withdrawn: "project.withdrawn",
};

/** `project.changed` whenever what the public sees may differ, and one event for each state that a project comes into. */
export const deriveProjectEvents: Derive = {
  project({ before, after }) {
    const was = before as unknown as ProjectRecord | undefined;
    const is = after as unknown as ProjectRecord | undefined;
    if (!is) return [];
    const events: Derived[] = [];
    const data: ProjectFact = { projectId: is.id };
    if (is.status === "listed") events.push({ name: "project.changed", data });
    else if (was?.status === "listed")
      events.push({ name: "project.changed", data: { ...data, former: [paths.project(is.id)] } satisfies ProjectFact });
    if (is.status !== was?.status) events.push({ name: told[is.status], data });
    return events;
  },
};
