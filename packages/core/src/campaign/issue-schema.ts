import type { Localised } from "../platform/text.ts";

/** 往期通讯 where it is pointed to: a notification that was sent and is kept for everybody. */
export interface IssueSummary {
  readonly id: string;
  readonly title: Localised;
  readonly summary: Localised;
  /** When it began to be sent. ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly updatedAt: string;
}

/** The same as the public reads it. */
export interface PublicIssue extends IssueSummary {
  /** Markdown, of nobody: with what is said where a field is empty. */
  readonly body: Localised;
}
