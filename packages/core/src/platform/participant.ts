import type { Actor } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { DomainError, notAllowed } from "./error.ts";

export type Participant = Actor & { readonly kind: "participant" };

/** The participant who acts. @throws DomainError `access.forbidden` for the product itself, which has nothing of its own */
export function participant({ actor }: Pick<Ctx, "actor">): Participant {
  if (actor.kind !== "participant") throw new DomainError(notAllowed);
  return actor;
}

/** Every digest under which something may be held on the participant who acts. */
export const ownDigests = (ctx: Ctx): readonly string[] => ctx.keys.digests("person", participant(ctx).email);
