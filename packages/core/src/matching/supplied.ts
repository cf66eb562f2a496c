import type { MatchedPatent } from "../ip-record/reactions.ts";
import type { LegalState } from "../ip-record/schema.ts";
import { inAll, type Localised } from "../platform/text.ts";
import type { MatchedProject } from "../project/reactions.ts";
import type { CooperationWay } from "../project/schema.ts";
import type { Library } from "../search/index.ts";
import type { MatchedTalent } from "../talent/reactions.ts";
import type { Offered } from "./conditions.ts";
import type { Offer } from "./offer.ts";
import type { OfferKind } from "./schema.ts";
import type { Placed } from "./shortlist.ts";

/** What is known of an offer besides its texts; kept with it in the index. */
export interface About extends Placed {
  readonly kind: OfferKind;
  readonly title: Localised;
  readonly organisation: string;
  readonly legal?: LegalState | undefined;
  readonly expiresOn?: string | undefined;
  readonly trl?: number | undefined;
  readonly askingFrom?: number | undefined;
  readonly region?: string | undefined;
  readonly ways?: readonly CooperationWay[] | undefined;
  readonly exclusive?: boolean | undefined;
}

const withAbout = (offer: Offer, about: About): Offer => ({ ...offer, payload: JSON.stringify(about) });

export function projectOffer({
  id,
  title,
  problem,
  more,
  organisation,
  chain,
  trl,
  askingFrom,
  region,
  ways,
}: MatchedProject): Offer {
  return withAbout(
    { id, title: inAll(title).join("\n"), text: problem.join("\n"), more: more.join("\n") },
    { kind: "project", title, organisation, chain, trl, askingFrom, region, ways },
  );
}

export function patentOffer(patent: MatchedPatent): Offer {
  const { id, title, abstract, claims, ipc, holder, chain, legal, expiresOn, trl, askingFrom, region, ways, exclusive } = patent;
  return withAbout(
    { id, title, text: abstract, more: claims, names: ipc },
    {
      kind: "patent",
      title: { "zh-CN": title },
      organisation: holder,
      chain,
      ipc,
      legal,
      expiresOn,
      trl,
      askingFrom,
      region,
      ways,
      exclusive,
    },
  );
}

/** An expert is matched by the public profile; nothing of the person goes into what is known besides. */
export function talentOffer({ id, title, expertise, introduction, chains }: MatchedTalent): Offer {
  const about: About = { kind: "talent", title: { "zh-CN": "" }, organisation: "", chains };
  return withAbout({ id, title: expertise.join("、"), text: introduction.join("\n"), names: [title] }, about);
}

/** The kind that an id is of. */
export const kindOfOffer = (id: string): OfferKind =>
  id.startsWith("ipr_") ? "patent" : id.startsWith("tal_") ? "talent" : "project";

function placeOf({ parts }: Library, id: string) {
  for (const { segment, gone } of parts) {
    const at = segment.find(id);
    if (at >= 0 && !gone[at]) return { segment, at };
  }
  return undefined;
}

/** What is known of an offer besides its texts; undefined where a library does not have it. */
export function aboutIn(library: Library, id: string): About | undefined {
  const place = placeOf(library, id);
  return place && (JSON.parse(place.segment.payload(place.at)) as About);
}

/** What a library has of an offer; undefined where it is not there. */
export function offerIn(library: Library, id: string): { readonly offer: Offer; readonly about: About } | undefined {
  const place = placeOf(library, id);
  if (!place) return undefined;
  const { segment, at } = place;
  const { document } = segment.entry(at);
  const offer = { id, title: document.title["zh-CN"], text: document.summary?.["zh-CN"] ?? "", more: document.body?.["zh-CN"] };
  return { offer, about: JSON.parse(segment.payload(at)) as About };
}

/** The conditions' side of an offer, as of a day. */
export function offeredOn(
  { legal, expiresOn, trl, askingFrom, region, ways, exclusive }: About,
  day: string,
  legalOn: LegalOn,
): Offered {
  const now = legal && legalOn({ legal, expiresOn }, day);
  return { inForce: now && now === "in-force", trl, askingFrom, region, ways, exclusive };
}
type LegalOn = (of: { readonly legal: LegalState; readonly expiresOn?: string | undefined }, day: string) => LegalState;
