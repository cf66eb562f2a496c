import { patentTexts } from "../ip-record/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { projectTexts } from "../project/reactions.ts";
import { talentTexts } from "../talent/reactions.ts";
import type { Offer } from "./offer.ts";
import { kindOfOffer, patentOffer, projectOffer, talentOffer } from "./supplied.ts";

/** An offer as it is now. */
export interface Supplied {
  readonly offer: Offer;
  /** Nothing of it may leave the product. */
  readonly secret: boolean;
  /** It is on offer, and stands in the index. */
  readonly offered: boolean;
}

/** A project that was submitted, a patent on record, or an expert whose profile is public; undefined where there is none. */
export async function offerNow(ctx: Ctx, id: string): Promise<Supplied | undefined> {
  const kind = kindOfOffer(id);
  if (kind === "patent") {
    const patent = await patentTexts(ctx, id);
    return patent && { offer: patentOffer(patent), secret: false, offered: patent.offered };
  }
  if (kind === "talent") {
    const talent = await talentTexts(ctx, id);
    // A person's profile is not handed out with judgements.
    return talent && { offer: talentOffer(talent), secret: true, offered: true };
  }
  const project = await projectTexts(ctx, id);
  return project && { offer: projectOffer(project), secret: project.secrecy !== "none", offered: project.listed };
}
