import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { secretLink } from "../platform/secret-link.ts";
import { partyOf } from "./contact-of.ts";
import { type AskRecord, Asks } from "./entity.ts";
import { AnswerAsk, type AskStatus, type AskView, askAnswered, askMissing } from "./schema.ts";

export const askLink = secretLink({
  entity: Asks,
  purpose: "match-ask",
  // Asked again, the links of before open nothing.
  proof: (a: Pick<AskRecord, "id" | "round" | "contact">) => `${a.id}|${a.round}|${a.contact.email}`,
  missing: askMissing,
});

async function opened(ctx: Ctx, token: string): Promise<AskRecord & Stored> {
  const ask = await askLink.open(ctx, token);
  if (!ask.contact.email) throw new DomainError(askMissing);
  return ask;
}

/** What whoever was asked reads: what of the other side is public, never more. Only reads, since scanners follow links. */
export const seeAsk = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<AskView> {
    const ask = await opened(ctx, token);
    const [own, other] = await Promise.all([
      partyOf(ctx, ask, ask.side),
      partyOf(ctx, ask, ask.side === "need" ? "offer" : "need"),
    ]);
    // Whatever was taken back meanwhile is shown to nobody.
    if (!own || !other) throw new DomainError(askMissing);
    const shown = ({ title, organisation, page }: typeof own) => ({ title, organisation, ...(page ? { page } : {}) });
    return { side: ask.side, status: ask.status, own: shown(own), other: shown(other), kind: ask.kind, name: ask.contact.name };
  },
});

/** Keeps the answer, once. @throws DomainError `matching.answered` where there is another one, `matching.ask-link` */
export const answerAsk = command({
  input: AnswerAsk,
  access: "public",
  async run(ctx, { token, answer, note, related }): Promise<{ status: AskStatus }> {
    const ask = await opened(ctx, token);
    if (ask.status === answer && ask.note === note) return { status: answer };
    if (ask.status !== "open") throw new DomainError(askAnswered);
    await save(ctx, Asks.change(ctx, ask, { status: answer, since: ctx.now().toISOString(), note, related }));
    return { status: answer };
  },
});
