import type { Ctx } from "../platform/context.ts";
import type { RegistrationRecord } from "./entity.ts";
import type { Companion } from "./group-schema.ts";

/** Under which key a seat lies that is bound to nobody's address. */
export const seatPerson = (ctx: Ctx, activityId: string, id: string) => ctx.keys.digest("person", `seat ${activityId} ${id}`);

/** What a seat is called until its companion is named, so that the door finds it by the leader. */
export const companionName = ({ name, locale }: Pick<RegistrationRecord, "name" | "locale">, n: number): string =>
  locale === "en" ? `${name.slice(0, 44)} (companion ${n})` : `${name.slice(0, 50)}（同行 ${n}）`;

/** Of the fields of a seat, what its companion is; bound to an address where it may be. */
export function companionFields(
  ctx: Ctx,
  { email, name, organisation }: Companion,
  of: {
    readonly activityId: string;
    readonly id: string;
    readonly fallback: string;
    readonly from: string;
    readonly bound: boolean;
  },
): Pick<RegistrationRecord, "person" | "name" | "organisation" | "email" | "addressed"> {
  const bound = email !== undefined && of.bound;
  return {
    person: bound ? ctx.keys.digest("person", email) : seatPerson(ctx, of.activityId, of.id),
    name: name ?? of.fallback,
    organisation: organisation ?? of.from,
    email: bound ? email : "",
    addressed: email !== undefined,
  };
}
