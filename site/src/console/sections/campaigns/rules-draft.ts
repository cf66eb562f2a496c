import type { SendingRules } from "@lingxi/core/campaign/sending-schema";

/** What the form holds: fields as they are typed. */
export interface RulesDraft {
  mails: string;
  days: string;
  from: string;
  to: string;
}

export const blankRules: RulesDraft = { mails: "", days: "", from: "", to: "" };

const text = (value: number | undefined) => (value === undefined ? "" : String(value));
export const draftOfRules = ({ cap, quiet }: SendingRules): RulesDraft => ({
  mails: text(cap?.mails),
  days: text(cap?.days),
  from: text(quiet?.from),
  to: text(quiet?.to),
});

const number = (value: string) => (value.trim() ? Number(value) : undefined);
/** The API's input: a pair of empty fields sets no limit. */
export const toRules = ({ mails, days, from, to }: RulesDraft) => ({
  ...(mails || days ? { cap: { mails: number(mails), days: number(days) } } : {}),
  ...(from || to ? { quiet: { from: number(from), to: number(to) } } : {}),
});
