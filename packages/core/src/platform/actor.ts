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
      /** When they proved who they are, ISO 8601. Only a session has it. */
      readonly signedInAt?: string;
      /** They came in by a link alone: they may do nothing but make a passkey. */
      readonly unproved?: boolean;
    }
  | {
      /** Somebody who signed in to an account of their own by a link to their address. Never staff, whatever else they are. */
      readonly kind: "participant";
      readonly id: string;
      /** Keyed digest under which their account lies. */
      readonly person: string;
      /** In memory only: it is proved, and stands in no name of the actor. */
      readonly email: string;
      readonly signedInAt: string;
    }
  | { readonly kind: "system"; readonly name: string };

/** Who may call a verb: anyone, participants with an account (for what is their own), only the product itself, or staff with one of the roles. */
export type Access = "public" | "participant" | "system" | readonly Role[];

/** What a call touches, for roles that hold for a part only. */
export interface Part {
  readonly activity?: string | undefined;
  readonly chains?: readonly string[] | undefined;
}

/** The actor's name in records and in the audit trail. Holds no personal data. */
export const actorName = (actor: Actor): string =>
  actor.kind === "public" ? "public" : actor.kind === "system" ? `system:${actor.name}` : actor.id;

/** Who did something: the id of a member of staff or of the product's own work, and the name for people to read. */
export interface Who {
  readonly id: string;
  readonly name?: string | undefined;
}

export const whoActs = ({ actor }: { readonly actor: Actor }): Who => ({
  id: actorName(actor),
  ...(actor.kind === "staff" && actor.name ? { name: actor.name } : {}),
});

/** How far an actor may call a verb: for everything, for the parts that scoped roles name, or not at all. */
export function reachOf(actor: Actor, access: Access): "all" | "none" | readonly ScopedRole[] {
  if (access === "public" || actor.kind === "system") return "all";
  if (access === "participant") return actor.kind === "participant" ? "all" : "none";
  if (access === "system" || actor.kind !== "staff" || actor.unproved) return "none";
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
