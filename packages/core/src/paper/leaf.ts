import type { Locale } from "../platform/text.ts";

/** A text, and its language where that is not the paper's. */
export interface Said {
  readonly text: string;
  readonly lang?: Locale | undefined;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A piece of running text: a paragraph, a heading within it, a point of a list, or a step with its date. */
export interface Block {
  readonly as: "paragraph" | "heading" | "item" | "step";
  readonly text: string;
  /** What stands before a point or a step: `•`, `3.`, `2025-03`. */
  readonly mark?: string;
}

export interface Section extends Pick<Said, "lang"> {
  readonly heading?: string;
  readonly blocks: readonly Block[];
}

/** What a paper of one page says of a thing; everything but the title may be empty. */
export interface Leaf {
  readonly locale: Locale;
  /** The programme's name. */
  readonly name: string;
  /** What kind of thing it is. */
  readonly label: string;
  readonly title: Said;
  readonly summary?: Said | undefined;
  /** Beside the text. */
  readonly facts: readonly Fact[];
  /** Figures that sum it up, shown large: at most four. */
  readonly figures: readonly Fact[];
  readonly sections: readonly Section[];
  /** Where all of it can be read. */
  readonly address: string;
  /** ISO 8601 */
  readonly updatedAt: string;
}
