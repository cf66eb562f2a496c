import { demandContact } from "../demand/reactions.ts";
import { patentContact } from "../ip-record/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import type { Locale } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
import { projectContact } from "../project/reactions.ts";
import { paths } from "../publication/schema.ts";
import { talentContact } from "../talent/reactions.ts";
import type { AskSide } from "./schema.ts";
import { kindOfOffer } from "./supplied.ts";

/** Whom to ask on one side of a pair, with what of that side is public. */
export interface Party {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly title: Localised;
  readonly organisation: string;
  /** The public page, where there is one. */
  readonly page?: string | undefined;
}

interface Pair {
  readonly demandId: string;
  readonly offerId: string;
}

/** @returns undefined where nobody is named, the thing is not public any more, or the person was erased */
export async function partyOf(ctx: Ctx, { demandId, offerId }: Pair, side: AskSide): Promise<Party | undefined> {
  const [found, page] =
    side === "need"
      ? [await demandContact(ctx, demandId), paths.demand(demandId)]
      : await { patent: ofPatent, talent: ofTalent, project: ofProject }[kindOfOffer(offerId)](ctx, offerId);
  return found && { ...found, page };
}

const ofPatent = async (ctx: Ctx, id: string) => [await patentContact(ctx, id), undefined] as const;
const ofTalent = async (ctx: Ctx, id: string) => [await talentContact(ctx, id), paths.talent(id)] as const;
const ofProject = async (ctx: Ctx, id: string) => [await projectContact(ctx, id), paths.project(id)] as const;
