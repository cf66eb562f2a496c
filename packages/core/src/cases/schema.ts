import type { Localised } from "../platform/text.ts";

/** A picture in the site's store, in the sizes that pages need. */
export interface Picture {
  readonly id: string;
  /** Path on the site, `/media/….webp`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: Localised;
}

/** 引导性案例 as the public reads it. */
export interface PublicCase {
  readonly id: string;
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  /** Markdown; raw HTML is shown as text. Pictures are referred to by their path. */
  readonly body: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly updatedAt: string;
}
