import * as z from "zod";
import type { Words } from "../platform/text.ts";
import type * as answers from "./answer-schema.ts";
import { noticesConsent } from "./notices-schema.ts";

/** What a person may agree to. Each purpose is asked for, kept and withdrawn on its own. */
export const consentPurposes = [
  "project-listing",
  "demand-listing",
  "talent-pool",
  "talent-profile",
  "talent-exchange",
  "roadshow-review",
  "event-notices",
] as const;
export const ConsentPurpose = z.enum(consentPurposes);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** Proof of one consent: which text was agreed to, when, where, and whether it was taken back. Instants are ISO 8601, UTC. */
export type Consent = Readonly<z.infer<typeof answers.Consent>>;

interface Version {
  readonly version: string;
  readonly text: Words;
}

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** The texts of each purpose, the one now asked for first. A version that somebody agreed to is never changed: a new one is put before it. */
const texts: Readonly<Record<ConsentPurpose, readonly [Version, ...Version[]]>> = {
  "project-listing": [
    {
      version: "2026-11-01",
      text: w(
        "我同意主办方为审核、挂牌和对接本项目使用我填写的信息。联系人、邮箱和手机不会公开；项目撤回或未通过后，这些信息在 180 天后删除。我可以随时通过邮件中的链接撤回。",
        "I agree that the organiser uses what I enter here to review and list this project and to introduce interested parties. Contact details are never public; 180 days after the project is withdrawn or declined they are deleted. I can withdraw at any time by the link in the mail.",
      ),
    },
  ],
  "demand-listing": [
    {
      version: "2026-11-01",
      text: w(
        "我同意主办方为审核、公开和对接本需求使用我填写的信息。联系人、邮箱、手机和统一社会信用代码不会公开；需求撤回或未通过后，这些信息在 180 天后删除。我可以随时通过邮件中的链接撤回。",
        "I agree that the organiser uses what I enter here to review and publish this need and to introduce interested parties. Contact details and the credit code are never public; 180 days after the need is withdrawn or declined they are deleted. I can withdraw at any time by the link in the mail.",
      ),
    },
  ],
  "talent-pool": [
    {
      version: "2026-11-01",
      text: w(
        "我同意主办方把我填写的信息收入灵犀人才库，用于审核和供需对接。邮箱和手机不会公开。我可以随时通过邮件中的链接退出，退出后个人信息立即删除，只保留同意与撤回的记录。",
        "I agree that the organiser keeps what I enter here in the Lingxi talent pool, for review and for bringing supply and demand together. E-mail and telephone are never public. I can leave at any time by the link in the mail; my data are then erased at once, and only the record of this consent and its withdrawal is kept.",
      ),
    },
  ],
  "talent-profile": [
    {
      version: "2026-11-01",
      text: w(
        "我同意审核通过后在网站公开我的姓名、单位、职称或职务、专长、产业链和简介。可随时关闭，关闭后公开页面立即下线。",
        "I agree that, once approved, my name, organisation, title, expertise, chains and introduction are shown on the public site. I can switch this off at any time, and the page goes away at once.",
      ),
    },
  ],
  "roadshow-review": [
    {
      version: "2026-11-30",
      text: w(
        "我同意主办方把本项目的全部内容（含商业秘密部分）交给作出保密承诺的评委评阅和打分；入选后，项目名称和单位在路演顺序中公开。路演人姓名不公开，活动结束两年后删除。我可以随时通过邮件中的链接退出。",
        "I agree that the organiser gives all that this project says, trade secrets too, to jurors who have promised confidentiality; once accepted, its title and organisation are shown in the running order. The presenter's name is never public and is deleted two years after the activity. I can withdraw at any time by the link in the mail.",
      ),
    },
  ],
  "event-notices": [{ version: noticesConsent.version, text: noticesConsent.text }],
  "talent-exchange": [
    {
      version: "2026-11-01",
      text: w(
        "我同意主办方把我的信息提供给省级人才库用于人才对接。可随时撤回，撤回后不再提供。",
        "I agree that the organiser passes my data to the provincial talent database, to be matched with demand there. I can withdraw this at any time; nothing is passed on after that.",
      ),
    },
  ],
};

/** The text that is asked for now. */
export const currentConsent = (purpose: ConsentPurpose): Version => texts[purpose][0];

/** The words that somebody agreed to; undefined for a version that never was. */
export const consentText = (purpose: ConsentPurpose, version: string): Words | undefined =>
  texts[purpose].find((v) => v.version === version)?.text;

export const holdingKinds = [
  "registration",
  "meeting",
  "project",
  "demand",
  "talent",
  "patent",
  "match",
  "contact",
  "membership",
  "roadshow",
  "jury",
  "account",
  "survey",
  "invitation",
] as const;
export type HoldingKind = (typeof holdingKinds)[number];

/** Something that is held on one person, as that person reads it. */
export interface Holding {
  readonly kind: HoldingKind;
  /** Names it among what is held on the person. */
  readonly id: string;
  readonly title: Words;
  /** What it says, in the order of its form. */
  readonly facts: readonly { readonly label: Words; readonly value: string }[];
  /** The page on which the person deals with it, behind its secret link; without its language. */
  readonly page?: string;
  /** A paper that the person can have of it; its address is without its language. */
  readonly paper?: { readonly label: Words; readonly path: string };
  readonly consents: readonly HeldConsent[];
  /** All of it, for programs. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** One consent with its words; what was agreed elsewhere has none of ours. */
export interface HeldConsent extends Omit<Consent, "purpose" | "source"> {
  readonly purpose: string;
  readonly source: string;
  readonly text?: Words | undefined;
}

/** A consent with the words that were agreed to. */
export const heldConsent = (consent: Consent): HeldConsent => ({
  ...consent,
  text: consentText(consent.purpose, consent.version),
});

/** The facts that say something, in this order. */
export const factsOf = (facts: readonly (readonly [Words, string | undefined])[]): Holding["facts"] =>
  facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
