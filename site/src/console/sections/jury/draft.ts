import type { JuryEntry } from "@lingxi/core/roadshow/schema";

/** Marks as they are typed, by criterion. */
export interface Draft {
  readonly scores: Readonly<Record<string, string>>;
  readonly comment: string;
}

export const draftOf = ({ scores, comment }: JuryEntry): Draft => ({
  scores: Object.fromEntries(Object.entries(scores).map(([id, mark]) => [id, String(mark)])),
  comment: comment ?? "",
});

/** A mark that is left out is none yet. */
export const inputOf = ({ scores, comment }: Draft) => ({
  scores: Object.fromEntries(Object.entries(scores).flatMap(([id, mark]) => (mark === "" ? [] : [[id, Number(mark)]]))),
  comment,
});
