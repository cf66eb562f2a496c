/** What a member of staff may be. `administrator` may do all that any other role may. */
export const roles = ["administrator", "organiser", "editor", "reviewer", "jury", "check-in", "broker", "auditor"] as const;
export type Role = (typeof roles)[number];

/** Who acts. A secret link proves itself inside the verb; it is not an actor. */
export type Actor =
  | { readonly kind: "public" }
  | { readonly kind: "staff"; readonly id: string; readonly roles: readonly Role[]; readonly name?: string }
  | { readonly kind: "system"; readonly name: string };

/** Who may call a verb: anyone, only the product itself, or staff with one of the roles. */
export type Access = "public" | "system" | readonly Role[];

/** The actor's name in records and in the audit trail. Holds no personal data. */
export const actorName = (actor: Actor): string =>
  actor.kind === "staff" ? actor.id : actor.kind === "system" ? `system:${actor.name}` : "public";

export function mayCall(actor: Actor, access: Access): boolean {
  if (access === "public") return true;
  if (actor.kind === "system") return true;
  if (access === "system" || actor.kind !== "staff") return false;
  return actor.roles.some((role) => role === "administrator" || access.includes(role));
}
