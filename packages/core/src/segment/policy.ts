import type { CampaignKind } from "../campaign/kinds-schema.ts";
import type { OrganisationKind } from "../organisation/schema.ts";
import type { Locale } from "../platform/text.ts";
import type { Region } from "../taxonomy/schema.ts";
import { plainName } from "./kind-of.ts";
import type { Condition, Deed, Rule, Source } from "./schema.ts";

/** What somebody did with one activity: since when, and when the activity ends. */
export type Doing = Readonly<Partial<Record<Exclude<Deed, "absent"> | "ends", string>>>;

/** All that a contact is judged by. */
export interface Facts {
  /** `all` for 全部. */
  readonly chains: readonly string[];
  readonly kind?: OrganisationKind | undefined;
  readonly region?: Region | undefined;
  readonly locale?: Locale | undefined;
  /** The kinds of mail that the consents suffice for. */
  readonly agreed: readonly CampaignKind[];
  readonly sources: readonly Source[];
  readonly lists: readonly string[];
  readonly organisation: string;
  readonly creditCode: string;
  readonly activities: Readonly<Record<string, Doing>>;
  readonly matchedAt?: string | undefined;
  /** The notifications that were sent, of those that the rule asks for. */
  readonly sent: ReadonlySet<string>;
}

const meets = (some: readonly string[], of: readonly string[]) => some.some((one) => of.includes(one));

/** Since when somebody has done it; undefined where they have not. */
function doneAt(doing: Doing, did: Deed | undefined, now: string): string | undefined {
  if (did === "absent") return doing.registered && !doing.attended && doing.ends && doing.ends < now ? doing.ends : undefined;
  return did && doing[did];
}

function tested({ about, of, did, since = "", text = "" }: Condition, now: string): (facts: Facts) => boolean {
  switch (about) {
    case "chain":
      return ({ chains }) => chains.includes("all") || meets(chains, of);
    case "kind":
      return ({ kind }) => kind !== undefined && of.includes(kind);
    case "region":
      return ({ region }) => region !== undefined && of.includes(region);
    case "language":
      return ({ locale }) => of.includes(locale ?? "none");
    case "consent":
      return ({ agreed }) => meets(agreed, of);
    case "source":
      return ({ sources }) => meets(sources, of);
    case "list":
      return ({ lists }) => meets(lists, of);
    case "organisation": {
      const [asked, code] = [plainName(text), text.toUpperCase()];
      return ({ organisation, creditCode }) => creditCode === code || (asked !== "" && plainName(organisation).includes(asked));
    }
    case "activity":
      return ({ activities }) => {
        const named = of.length ? of.map((id) => activities[id] ?? {}) : Object.values(activities);
        return named.some((doing) => (doneAt(doing, did, now) ?? "") > since);
      };
    case "matched":
      return ({ matchedAt = "" }) => matchedAt > since;
    case "sent":
      return ({ sent }) => of.some((id) => sent.has(id));
  }
}

type Test = (facts: Facts) => boolean;
const joined = (match: Rule["match"], tests: readonly Test[]): Test =>
  match === "all" ? (facts) => tests.every((test) => test(facts)) : (facts) => tests.some((test) => test(facts));
const turned = (not: boolean, test: Test): Test => (not ? (facts) => !test(facts) : test);

/** Makes a rule ready to judge contacts at an instant. What is not known of somebody is not so. */
export const judge = ({ match, groups }: Rule, now: string): Test =>
  joined(
    match,
    groups.map((group) =>
      turned(
        group.not,
        joined(
          group.match,
          group.conditions.map((condition) => turned(condition.not, tested(condition, now))),
        ),
      ),
    ),
  );

/** What has to be read beside the contact itself, to judge by these rules. */
export function neededBy(rules: readonly Rule[]) {
  const all = rules.flatMap(({ groups }) => groups.flatMap(({ conditions }) => conditions));
  return {
    behaviour: all.some(({ about }) => about === "activity" || about === "matched"),
    organisations: all.some(({ about }) => about === "kind" || about === "region"),
    sent: [...new Set(all.flatMap(({ about, of }) => (about === "sent" ? of : [])))],
  };
}
