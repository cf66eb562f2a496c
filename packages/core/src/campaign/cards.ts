import { readActivity } from "../activity/index.ts";
import { publicEntry } from "../activity/reactions.ts";
import type { PublicActivity } from "../activity/schema.ts";
import { readPublicCase } from "../cases/index.ts";
import { readDemand } from "../demand/index.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { type Locale, type Localised, say, type Words } from "../platform/text.ts";
import { formatDay, formatRange, formatTime } from "../platform/time.ts";
import { readProject } from "../project/index.ts";
import { inLocale, kindNames, pathOf } from "../publication/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import type { CardKind, MessageBlock } from "./blocks-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  when: w("时间", "When"),
  where: w("地点", "Where"),
  register: w("报名截止", "Register until"),
  chain: w("产业链", "Chain"),
  supplier: w("提供方", "Supplier"),
  asked: w("需求方", "Asked for by"),
  deadline: w("希望解决", "Wanted by"),
  more: w("查看详情", "Read more"),
  cancelled: w("（已取消）", " (cancelled)"),
};

/** Something public as a mail shows it, in one language. */
export interface Card {
  readonly label: string;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly summary: string;
  readonly more: string;
  readonly href: string;
}

/** What the blocks of one message stand for, read once, so that both languages and every recipient get the same. */
export interface Shown {
  card(of: CardKind, id: string, locale: Locale): Card | undefined;
  activity(id: string): PublicActivity | undefined;
  calendar(id: string, locale: Locale): { method: "PUBLISH"; ics: string } | undefined;
}

type Facts = (locale: Locale) => readonly (readonly [string, string])[];
interface Read {
  readonly title: Localised;
  readonly summary: Localised;
  readonly path: string;
  readonly facts: Facts;
  readonly activity?: PublicActivity;
}

const chainName = (id: string, locale: Locale) => chainById[id]?.name[locale] ?? id;
const chains = (ids: readonly string[], locale: Locale): (readonly [string, string])[] =>
  ids.length ? [[words.chain[locale], ids.map((id) => chainName(id, locale)).join(locale === "en" ? ", " : "、")]] : [];

const readers: Readonly<Record<CardKind, (ctx: Ctx, id: string) => Promise<Read>>> = {
  async activities(ctx, activityId) {
    const activity = await readActivity(ctx, { activityId });
    const facts: Facts = (locale) => [
      [words.when[locale], formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone)],
      [words.where[locale], say(activity.venue, locale)],
      ...(activity.availability === "cancelled" || activity.availability === "past"
        ? []
        : [[words.register[locale], formatTime(activity.registrationClosesAt, locale, activity.timeZone)] as const]),
    ];
    const off = activity.availability === "cancelled" ? words.cancelled : undefined;
    const title = {
      "zh-CN": `${activity.title["zh-CN"]}${off?.["zh-CN"] ?? ""}`,
      en: `${say(activity.title, "en")}${off?.en ?? ""}`,
    };
    return { title, summary: activity.summary, path: pathOf({ kind: "activities", thing: activity }), facts, activity };
  },
  async projects(ctx, projectId) {
    const thing = await readProject(ctx, { projectId });
    const facts: Facts = (locale) => [...chains([thing.chain], locale), [words.supplier[locale], thing.supplier]];
    return { title: thing.title, summary: thing.problem, path: pathOf({ kind: "projects", thing }), facts };
  },
  async demands(ctx, demandId) {
    const thing = await readDemand(ctx, { demandId });
    const facts: Facts = (locale) => [
      ...chains([thing.chain], locale),
      [words.asked[locale], thing.organisation],
      ...(thing.deadline ? [[words.deadline[locale], formatDay(thing.deadline, locale)] as const] : []),
    ];
    return { title: thing.title, summary: thing.problem, path: pathOf({ kind: "demands", thing }), facts };
  },
  async cases(ctx, id) {
    const thing = await readPublicCase(ctx, { case: id });
    return {
      title: thing.title,
      summary: thing.summary,
      path: pathOf({ kind: "cases", thing }),
      facts: (l) => chains(thing.chains, l),
    };
  },
};

/** As much of a text as a card has room for. */
const summaryLength = 180;
const brief = (text: string) => {
  const letters = [...text.replace(/\s+/g, " ")];
  return letters.length > summaryLength ? `${letters.slice(0, summaryLength - 1).join("")}…` : letters.join("");
};

async function ifPublic(reading: Promise<Read>): Promise<Read | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
}

/** Reads what the blocks of a message show. What is not public is not there. */
export async function shownBy(ctx: Ctx, blocks: readonly MessageBlock[]): Promise<Shown> {
  const asked = blocks.flatMap((block): (readonly [CardKind, string])[] =>
    block.kind === "card" ? [[block.of, block.id]] : block.kind === "calendar" ? [["activities", block.activityId]] : [],
  );
  const found = new Map<string, Read | undefined>();
  for (const [of, id] of asked) {
    const name = `${of}:${id}`;
    if (!found.has(name)) found.set(name, await ifPublic(readers[of](ctx, id)));
  }
  const href = (path: string, locale: Locale) => ctx.origin + inLocale(path, locale);
  return {
    card(of, id, locale) {
      const read = found.get(`${of}:${id}`);
      if (!read) return undefined;
      return {
        label: kindNames[of][locale],
        title: say(read.title, locale),
        facts: read.facts(locale),
        summary: brief(say(read.summary, locale)),
        more: words.more[locale],
        href: href(read.path, locale),
      };
    },
    activity: (id) => found.get(`activities:${id}`)?.activity,
    calendar(id, locale) {
      const read = found.get(`activities:${id}`);
      if (!read?.activity) return undefined;
      return { method: "PUBLISH", ics: publicEntry(read.activity, locale, href(read.path, locale)) };
    },
  };
}

/** Blocks that show what the public cannot see, counted as the editor does. */
export const missingIn = (blocks: readonly MessageBlock[], shown: Shown): readonly number[] =>
  blocks.flatMap((block, n) =>
    (block.kind === "card" && !shown.card(block.of, block.id, "zh-CN")) ||
    (block.kind === "calendar" && !shown.activity(block.activityId))
      ? [n + 1]
      : [],
  );
