import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { digestOf, newSecret } from "../platform/sign-in/secret.ts";
import type { SessionCookie } from "../platform/sign-in/session.ts";
import { ConditionFailed } from "../platform/table.ts";
import { type DataRequest, DataRequests } from "./entity.ts";
import { dataLinkElsewhere, dataLinkMissing } from "./schema.ts";

/** Minutes in which a link can be used, once; and for which the browser that used it may go on. */
export const linkMinutes = 10;
const openMinutes = 30;

const proof = ({ person, id }: Pick<DataRequest, "person" | "id">) => `${person}|${id}`;
const before = (ctx: Ctx, minutes: number) => new Date(ctx.now().getTime() - minutes * 60_000).toISOString();

/** The secret part of the link that is sent by mail. */
export const dataToken = (ctx: Ctx, request: Pick<DataRequest, "person" | "id">) =>
  `${request.person}.${request.id}.${ctx.keys.digest("data-link", proof(request))}`;

/** The request that a text of the form `<person>.<id>.<secret>` names, and the secret. @throws DomainError `privacy.link` */
async function requestOf(ctx: Ctx, text: string): Promise<{ request: DataRequest; secret: string }> {
  const [person = "", id = "", secret = "", ...rest] = text.split(".");
  const request = person && !rest.length ? await DataRequests.find(ctx, { person }) : undefined;
  if (!request?.email || request.id !== id || !secret) throw new DomainError(dataLinkMissing);
  return { request, secret };
}

/**
 * Uses a link in the browser that asked for it: that gets a secret for half an hour, and the link opens nothing any more. Of two that use it at
 * once, one does.
 * @throws DomainError `privacy.link`, `privacy.link-elsewhere` in another browser, where it is not used up
 */
export const openOwnData = command({
  input: z.object({ token: z.string().max(300) }),
  access: "public",
  async run(ctx, { token }): Promise<SessionCookie> {
    const { request, secret } = await requestOf(ctx, token);
    const old = request.askedAt < before(ctx, linkMinutes);
    if (old || !ctx.keys.verify("data-link", proof(request), secret)) throw new DomainError(dataLinkMissing);
    if (request.browser !== ctx.caller?.browser) throw new DomainError(dataLinkElsewhere);
    const opened = newSecret();
    const values = { ":id": request.id, ":now": ctx.now().toISOString(), ":digest": digestOf(opened) };
    const condition = "#id = :id AND attribute_not_exists(#openedAt)";
    const expression = "SET #openedAt = :now, #digest = :digest";
    try {
      await ctx.table.write([DataRequests.update(ctx, { person: request.person }, expression, { condition, values })], "");
    } catch (error) {
      throw error instanceof ConditionFailed ? new DomainError(dataLinkMissing) : error;
    }
    return { value: `${request.person}.${request.id}.${opened}`, maxAge: openMinutes * 60 };
  },
});

export interface Holder {
  readonly email: string;
  readonly people: readonly string[];
}

/** Who used the link in this browser, by the secret that it got. @throws DomainError `privacy.link` */
export async function openHolder(ctx: Ctx, opened: string): Promise<Holder> {
  const { request, secret } = await requestOf(ctx, opened);
  const over = !request.openedAt || request.openedAt < before(ctx, openMinutes);
  if (over || request.digest !== digestOf(secret)) throw new DomainError(dataLinkMissing);
  return { email: request.email, people: ctx.keys.digests("person", request.email) };
}
