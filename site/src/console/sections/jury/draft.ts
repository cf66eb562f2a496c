import type { JuryEntry } from "@lingxi/core/roadshow/schema";

/** Marks as they are typed, by criterion. */
export interface Draft {
  readonly scores: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** Marks stand in the order of the criteria, in whichever order they were typed: drafts are compared as they are written. */
export const draftOf = ({ criteria, scores, comment }: JuryEntry): Draft => ({
  scores: Object.fromEntries(criteria.map(({ id }) => [id, String(scores[id] ?? "")])),
  comment: comment ?? "",
});

/** A mark that is left out is none yet. */
export const inputOf = ({ scores, comment }: Draft) => ({
  scores: Object.fromEntries(Object.entries(scores).flatMap(([id, mark]) => (mark === "" ? [] : [[id, Number(mark)]]))),
  comment,
});
