import { noteContact, proposeSolved } from "../demand/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { askId } from "./ask.ts";
import { Asks } from "./entity.ts";
import type { AgreedFact, AskFact } from "./events.ts";
import { askSides } from "./schema.ts";

/** An ask brings its need into contact once both sides of the pair were asked. */
export async function followAsk(ctx: Ctx, fact: AskFact): Promise<void> {
  const own = await Asks.find(ctx, { id: fact.askId });
  if (!own) return;
  const { demandId, offerId } = own;
  const both = await Promise.all(askSides.map((side) => Asks.find(ctx, { id: askId(demandId, offerId, side) })));
  const times = both.flatMap((ask) => ask?.askedAt ?? []);
  if (times.length === askSides.length) await noteContact(ctx, { demandId, offerId, at: times.sort().at(-1) ?? "" });
}

/** An agreement proposes that its need is solved. */
export const followAgreement = (ctx: Ctx, fact: AgreedFact) => proposeSolved(ctx, fact);
