import type { Ctx } from "../context.ts";
import type { Entity, Stored } from "../entity.ts";
import { DomainError } from "../error.ts";
import { countUp } from "../limit.ts";
import type { Reason } from "../reason.ts";
import { digestOf } from "./secret.ts";

/** What every link keeps that lets somebody in once. */
export interface MailLink {
  readonly id: string;
  /** Digest of the secret; the secret itself is kept nowhere. */
  readonly digest: string;
  /** The address that asked, as its keyed digest, whether it is known or not; absent for a link that was not asked for by mail. */
  readonly person?: string | undefined;
  /** Digest of the secret of the browser that asked. */
  readonly browser?: string | undefined;
  readonly expiresOn: string;
  readonly spentAt?: string | undefined;
}

export const linkMinutes = 10;
/** By address, by network that asks, by network that spends. */
const asking = { address: { most: 5, seconds: 3600 }, source: { most: 20, seconds: 3600 } };
const spending = { most: 60, seconds: 600 };

export const inTenMinutes = (ctx: Pick<Ctx, "now">): string => new Date(ctx.now().getTime() + linkMinutes * 60_000).toISOString();

/**
 * Links by mail that let somebody in: ten minutes, once, in the browser that asked. `purpose` keeps those of one kind of people apart from those
 * of another.
 */
export function mailLinks<L extends MailLink>(definition: {
  readonly entity: Entity<L, { id: string }>;
  readonly purpose: string;
  /** Told for any link that does not count, without saying why. */
  readonly spent: Reason;
  /** Told in another browser than the one that asked. */
  readonly elsewhere: Reason;
}) {
  const { entity, purpose, spent, elsewhere } = definition;
  /** It follows from the link's id, so that a mail can be made again and no secret is kept. */
  const secretOf = (ctx: Ctx, id: string) => ctx.keys.digest(purpose, id);

  return {
    /** What the mail carries. */
    token: (ctx: Ctx, { id }: Pick<MailLink, "id">) => `${id}.${secretOf(ctx, id)}`,

    /**
     * A new link for an address, to be written by the caller. Whose the address is, is not looked at.
     * @throws DomainError `access.too-many` for an address, known or not, or for a source
     */
    async ask(ctx: Ctx, email: string): Promise<MailLink & { person: string }> {
      const person = ctx.keys.digest("person", email);
      if (ctx.caller) await countUp(ctx, { name: `${purpose}-source`, ...asking.source }, ctx.caller.source);
      await countUp(ctx, { name: `${purpose}-address`, ...asking.address }, person);
      const id = ctx.newId("lnk");
      const digest = digestOf(secretOf(ctx, id));
      return { id, digest, person, browser: ctx.caller?.browser, expiresOn: inTenMinutes(ctx) };
    },

    /**
     * The link that a token names, if it still counts here; whoever uses it writes `spentAt` on condition that nobody was first.
     * @throws DomainError as the definition says, `access.too-many` for a source
     */
    async open(ctx: Ctx, token: string): Promise<L & Stored> {
      if (ctx.caller) await countUp(ctx, { name: `${purpose}-spend`, ...spending }, ctx.caller.source);
      const [id = "", secret = ""] = token.split(".");
      const link = /^lnk_[0-9a-z]+$/.test(id) ? await entity.find(ctx, { id }) : undefined;
      if (!link || link.digest !== digestOf(secret) || link.spentAt || link.expiresOn <= ctx.now().toISOString())
        throw new DomainError(spent);
      if (link.person && (!link.browser || link.browser !== ctx.caller?.browser)) throw new DomainError(elsewhere);
      return link;
    },
  };
}
