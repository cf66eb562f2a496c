import * as registry from "./registry.ts";
import { groups, type Section } from "./section.ts";
import { hasRole, type Session } from "./session.ts";

/** All sections in the order of the navigation. */
export const sections: readonly Section[] = Object.values<Section>(registry).sort(
  (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.place - b.place,
);

/** What somebody has a use for. */
export const sectionsOf = (session: Session): readonly Section[] =>
  sections.filter(({ roles }) => !roles || roles.some((role) => hasRole(session, role)));
