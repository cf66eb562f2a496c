import { isDeepStrictEqual } from "node:util";
import type { Derive, Derived } from "../platform/event.ts";
import type { ProjectRecord } from "./entity.ts";
import type { ProjectStatus } from "./schema.ts";

/** What an event of a project says: which one. */
export interface ProjectFact {
  readonly projectId: string;
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
    if (is.status === "listed" || was?.status === "listed") events.push({ name: "project.changed", data });
    // Sealed, the same code stays the same bytes.
    if (!isDeepStrictEqual(is.creditCode, was?.creditCode)) events.push({ name: "project.organisation-changed", data });
    if (is.status !== was?.status) events.push({ name: told[is.status], data });
    return events;
  },
};
