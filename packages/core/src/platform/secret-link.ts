import type { Ctx } from "./context.ts";
import type { Entity, Stored } from "./entity.ts";
import { DomainError } from "./error.ts";
import type { Reason } from "./reason.ts";

/** The link by which a person without an account opens one record. */
export interface SecretLink<T, Named> {
  /** The secret part of the link, `<id>.<digest>`. Holds no address. */
  token(ctx: Ctx, of: Named): string;
  /** The record that a secret link opens. @throws DomainError with the reason given for a link that opens none */
  open(ctx: Ctx, token: string): Promise<T & Stored>;
}

/** A link for records of one kind; `proof` says whom it is bound to, and `purpose` keeps it apart from the links of other kinds. */
export function secretLink<Named extends { readonly id: string }, T extends Named>(definition: {
  readonly entity: Entity<T, { id: string }>;
  readonly purpose: string;
  proof(of: Named): string;
  readonly missing: Reason;
}): SecretLink<T, Named> {
  const { entity, purpose, proof, missing } = definition;
  return {
    token: (ctx, of) => `${of.id}.${ctx.keys.digest(purpose, proof(of))}`,
    async open(ctx, token) {
      const [id, secret, ...rest] = token.split(".");
      if (!id || !secret || rest.length) throw new DomainError(missing);
      const record = await entity.get(ctx, { id }, missing);
      if (!ctx.keys.verify(purpose, proof(record), secret)) throw new DomainError(missing);
      return record;
    },
  };
}
