import { seeRegistration } from "../activity/index.ts";
import { seeDemand } from "../demand/index.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { seeProject } from "../project/index.ts";
import { seeTalent } from "../talent/index.ts";
import { type DataRequest, DataRequests } from "./entity.ts";
import { dataLinkMissing } from "./schema.ts";

/** How long a link that was asked for by mail opens. */
const minutes = 30;

const proof = ({ person, id }: Pick<DataRequest, "person" | "id">) => `${person}|${id}`;

/** The secret part of the link that is sent by mail. */
export const dataToken = (ctx: Ctx, request: Pick<DataRequest, "person" | "id">) =>
  `mail.${request.person}.${request.id}.${ctx.keys.digest("data-link", proof(request))}`;

type Opener = (ctx: Ctx, token: string) => Promise<string>;
/** Whose address a link proves: one that was asked for, or one from any mail about a record. */
const openers: Readonly<Record<string, Opener>> = {
  async mail(ctx, token) {
    const [person = "", id = "", secret = ""] = token.split(".");
    const request = person ? await DataRequests.find(ctx, { person }) : undefined;
    const over = new Date(ctx.now().getTime() - minutes * 60_000).toISOString();
    if (!request || request.id !== id || request.askedAt < over) return "";
    return ctx.keys.verify("data-link", proof(request), secret) ? request.email : "";
  },
  registrations: async (ctx, token) => (await seeRegistration(ctx, { token })).registration.email,
  projects: async (ctx, token) => (await seeProject(ctx, { token })).contact.email,
  demands: async (ctx, token) => (await seeDemand(ctx, { token })).contact.email,
  talents: async (ctx, token) => (await seeTalent(ctx, { token })).email,
};

export interface Holder {
  readonly email: string;
  readonly people: readonly string[];
}

/** Who holds the link, `<kind>.<token>`. @throws DomainError `privacy.link` */
export async function openHolder(ctx: Ctx, token: string): Promise<Holder> {
  const at = token.indexOf(".");
  const opener = Object.hasOwn(openers, token.slice(0, at)) ? openers[token.slice(0, at)] : undefined;
  let email = "";
  try {
    email = (await opener?.(ctx, token.slice(at + 1))) ?? "";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  if (!email) throw new DomainError(dataLinkMissing);
  return { email, people: ctx.keys.digests("person", email) };
}
