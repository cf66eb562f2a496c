import type { Words } from "./text.ts";

/** What kind of refusal it is; the API alone turns it into an HTTP status. */
export type Code =
  | "not-found"
  | "forbidden"
  | "unauthenticated"
  | "conflict"
  | "invalid"
  | "limit-exceeded"
  | "precondition-failed";

/** A refusal that a person reads: a stable name for programs, and a sentence in both languages that says what to do. */
export interface Reason {
  readonly reason: string;
  readonly code: Code;
  readonly text: Words;
}

const declared = new Map<string, Reason>();

/** Declares one refusal. `{name}` in the texts is filled from the error's parameters. */
export function reason(name: string, code: Code, zh: string, en: string): Reason {
  const made: Reason = { reason: name, code, text: { "zh-CN": zh, en } };
  declared.set(name, made);
  return made;
}

/** All refusals of what is loaded, for the API's description. */
export const declaredReasons = (): readonly Reason[] => [...declared.values()];
