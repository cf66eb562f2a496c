import type { Derive } from "../platform/event.ts";
import type { AskRecord, ConversionRecord, StepRecord } from "./entity.ts";

/** What an event of an ask says: which one, and of which need. */
export interface AskFact {
  readonly askId: string;
  readonly demandId: string;
  /** Whom it was put to, as a keyed digest. */
  readonly person?: string | undefined;
}

/** What an event of an agreement says: of which pair, and when it was recorded. */
export interface AgreedFact {
  readonly demandId: string;
  readonly offerId: string;
  readonly at: string;
}

/** A need whose matches or agreements are counted otherwise than before. */
export interface MatchMovedFact {
  readonly demandId: string;
}

const moved = (demandId: string) => ({ name: "match.moved", data: { demandId } satisfies MatchMovedFact });

/** `match.asked` for each time that a side is asked, `match.answered` when it has answered; `match.agreed` when an agreement is recorded, `match.moved` when what is counted of matches changes. */
export const deriveMatchEvents: Derive = {
  "match-ask"({ before, after }) {
    const [was, is] = [before as unknown as AskRecord | undefined, after as unknown as AskRecord | undefined];
    if (!is || is.status === was?.status) return [];
    return [
      {
        name: is.status === "open" ? "match.asked" : "match.answered",
        data: { askId: is.id, demandId: is.demandId, ...(is.person ? { person: is.person } : {}) } satisfies AskFact,
      },
    ];
  },
  "match-step"({ before, after }) {
    const [was, is] = [before as unknown as StepRecord | undefined, after as unknown as StepRecord | undefined];
    if (!is || (was && was.takenBack === is.takenBack)) return [];
    const { demandId, offerId, at } = is;
    const agreed = is.step === "agreement" && !is.takenBack;
    return [moved(demandId), ...(agreed ? [{ name: "match.agreed", data: { demandId, offerId, at } satisfies AgreedFact }] : [])];
  },
  "match-conversion"({ before, after }) {
    const [was, is] = [before as unknown as ConversionRecord | undefined, after as unknown as ConversionRecord | undefined];
    return is && was?.made !== is.made ? [moved(is.demandId)] : [];
  },
};
