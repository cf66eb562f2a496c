import type { Reason } from "./reason.ts";
import type { Role } from "./roles.ts";

export { type Role, roles } from "./roles.ts";

/** A role that holds for a part of the business: for these activities, and for what belongs to these chains. */
export interface ScopedRole {
  readonly role: Role;
  readonly activities: readonly string[];
  readonly chains: readonly string[];
}

/** Who acts. A secret link proves itself inside the verb; it is not an actor. */
export type Actor =
  | {
      readonly kind: "public";
      /** Why a session that was shown does not count. */
      readonly because?: Reason;
    }
  | {
      readonly kind: "staff";
      readonly id: string;
      /** Those that hold everywhere. */
      readonly roles: readonly Role[];
      readonly scoped?: readonly ScopedRole[];
      readonly name?: string;
    }
  | { readonly kind: "system"; readonly name: string };

/** Who may call a verb: anyone, only the product itself, or staff with one of the roles. */
export type Access = "public" | "system" | readonly Role[];

/** What a call touches, for roles that hold for a part only. */
export interface Part {
  readonly activity?: string | undefined;
  readonly chains?: readonly string[] | undefined;
}

/** The actor's name in records and in the audit trail. Holds no personal data. */
export const actorName = (actor: Actor): string =>
  actor.kind === "staff" ? actor.id : actor.kind === "system" ? `system:${actor.name}` : "public";

/** How far an actor may call a verb: for everything, for the parts that scoped roles name, or not at all. */
export function reachOf(actor: Actor, access: Access): "all" | "none" | readonly ScopedRole[] {
  if (access === "public" || actor.kind === "system") return "all";
  if (access === "system" || actor.kind !== "staff") return "none";
  if (actor.roles.some((role) => role === "administrator" || access.includes(role))) return "all";
  const parts = (actor.scoped ?? []).filter(({ role }) => access.includes(role));
  return parts.length ? parts : "none";
}

/** Whether an actor may call a verb for everything. */
export const mayCall = (actor: Actor, access: Access): boolean => reachOf(actor, access) === "all";

/** Whether what a call touches is within the actor's reach. */
export function reaches(actor: Actor, access: Access, part: Part): boolean {
  const reach = reachOf(actor, access);
  if (typeof reach === "string") return reach === "all";
  return reach.some(
    ({ activities, chains }) =>
      (part.activity !== undefined && activities.includes(part.activity)) ||
      (part.chains ?? []).some((chain) => chains.includes(chain)),
  );
}
