import { afterEach, describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { chance, faulty } from "../../../../tests/support/faults.ts";
import { cancelActivity, createActivity, editActivity, getActivity, publishActivity } from "../activity/index.ts";
import { createCase, createPage, editCase, editPage, getCase, publishCase, withdrawCase } from "../cases/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Objects } from "../platform/objects.ts";
import { getProject, publishProject, submitProject, withdrawProject } from "../project/index.ts";
import { listPageFailures, publishChanges, publishDue, publishSite } from "./index.ts";
import type { PageInput } from "./schema.ts";

const world = embedded();
const desk = () => world.ctx(staff("administrator"));
const day = 86_400_000;

/** A renderer that shows what it was given, in an order of its own, since the table keeps none. */
const sorted = (_name: string, value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
let broken: (input: PageInput) => boolean = () => false;
world.render = async (input) => {
  const page = input as PageInput;
  if (broken(page)) throw new Error("this page cannot be made");
  return { status: 200, type: "text/html; charset=utf-8", body: JSON.stringify({ ...page.data, foot: page.footer }, sorted) };
};
afterEach(() => {
  broken = () => false;
});

const text = (key: string) => Buffer.from(world.files.get(key)?.body ?? []).toString("utf8");
const pages = () =>
  new Map(
    [...world.files.keys()].filter((key) => key.startsWith("site/") && !key.includes("_moved/")).map((key) => [key, text(key)]),
  );

/** Addresses that a page leads to: of the things in its lists. */
function leadsTo(body: string): string[] {
  const found = new Set<string>();
  const walk = (value: unknown) => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value && typeof value === "object") {
      const { id, slug, path } = value as { id?: string; slug?: string; path?: string };
      if (path?.startsWith("/pages/")) found.add(path.slice(1));
      if (typeof id === "string" && id.startsWith("cas_") && slug) found.add(`cases/${slug}/`);
      if (typeof id === "string" && id.startsWith("prj_")) found.add(`projects/${id}/`);
      if (typeof id === "string" && id.startsWith("act_")) found.add(`activities/${id}/`);
      for (const one of Object.values(value)) walk(one);
    }
  };
  walk(JSON.parse(body));
  return [...found];
}
const isThing = (key: string) => /^site\/(en\/)?(cases|projects|activities|pages)\/[^/]+\/index\.html$/.test(key);

/** Where gathering pages, all or the given, lead to that is not there. */
const leadsNowhere = (keys: Iterable<string> = world.files.keys()) =>
  [...keys]
    .filter((key) => key.endsWith(".html") && !isThing(key) && !key.includes("_moved/"))
    .flatMap((key) =>
      leadsTo(text(key))
        .filter((path) => !world.files.has(`site/${path}index.html`))
        .map((path) => `${key} → ${path}`),
    );

/** The store, with a look after every step at whether anything leads nowhere. */
function watched(objects: Objects, seen: string[]): Objects {
  const step = async (work: Promise<void>, keys?: Iterable<string>) => {
    await work;
    seen.push(...leadsNowhere(keys));
  };
  return {
    ...objects,
    put: (...args) => step(objects.put(...args), [`site/${args[1]}`]),
    remove: (...args) => step(objects.remove(...args)),
  };
}

/** A process that may die after any step, and then does nothing more, not even tidy up. */
function mortal(ctx: Ctx, dies: () => boolean): Ctx {
  let dead = false;
  const step =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead) throw new Error("dead");
      const done = await work(...args);
      dead ||= dies();
      if (dead) throw new Error("killed");
      return done;
    };
  const { table, objects } = ctx;
  return {
    ...ctx,
    table: { get: step(table.get), getMany: step(table.getMany), query: step(table.query), write: step(table.write) },
    objects: { get: step(objects.get), put: step(objects.put), remove: step(objects.remove) },
  };
}

const chains = ["titanium", "photonics", "hydrogen"];
interface Drawn {
  readonly random: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
}
const drawn = (seed: number): Drawn => {
  const random = chance(seed);
  return { random, pick: (list) => list[Math.floor(random() * list.length)] as never };
};

let n = 0;
interface Living {
  kind: "cases" | "projects" | "activities" | "pages";
  id: string;
}

/** One change of one thing, as organisers make them. @returns which */
async function change({ random, pick }: Drawn, living: Living[]): Promise<Living> {
  n += 1;
  const old = living.length && random() < 0.6 ? pick(living) : undefined;
  if (!old) {
    const kind = pick(["cases", "projects", "activities", "pages"] as const);
    const make = {
      cases: newCase,
      projects: newProject,
      activities: (of: typeof pick) => newActivity(of, random),
      pages: newPage,
    };
    const made = { kind, id: await make[kind](pick) };
    living.push(made);
    return made;
  }
  const { kind, id } = old;
  if (kind === "cases") await changeCase(id, pick);
  else if (kind === "pages") await changePage(id, pick);
  else if (kind === "projects") {
    const { status, version } = await getProject(desk(), { projectId: id });
    if (status === "listed") await withdrawProject(desk(), { projectId: id, version, remark: "不再转让" });
  } else {
    const { version, status, ...content } = await getActivity(desk(), { activityId: id });
    if (status === "published" && random() < 0.4) await cancelActivity(desk(), { activityId: id, version });
    else if (status === "published")
      await editActivity(desk(), {
        ...content,
        activityId: id,
        version,
        title: { "zh-CN": `改期活动 ${n}` },
        chains: [pick(chains)],
      });
  }
  return old;
}

const story = (pick: Drawn["pick"]) => ({
  title: { "zh-CN": `案例 ${n}`, en: `Case ${n}` },
  summary: { "zh-CN": "一项闲置专利怎样用起来。" },
  body: { "zh-CN": `正文 ${n}` },
  chains: [...new Set([pick(chains), pick(chains)])],
  slug: `story-${n}`,
});
async function newCase(pick: Drawn["pick"]): Promise<string> {
  const { id } = await createCase(desk(), story(pick));
  await publishCase(desk(), { caseId: id, version: 1 });
  return id;
}
async function changeCase(caseId: string, pick: Drawn["pick"]): Promise<void> {
  const { version, status, body, title, summary, chains: its, slug } = await getCase(desk(), { caseId });
  const what = pick(["withdraw", "body", "slug", "chains"] as const);
  if (what === "withdraw" && status === "published") return void (await withdrawCase(desk(), { caseId, version }));
  const draft = {
    ...{ title, summary, body, chains: [...its], slug },
    ...(what === "body"
      ? { body: { "zh-CN": `另一篇正文 ${n}` } }
      : what === "slug"
        ? { slug: `moved-${n}` }
        : { chains: [pick(chains)] }),
  };
  const edited = await editCase(desk(), { ...draft, caseId, version });
  await publishCase(desk(), { caseId, version: edited.version });
}
let withFoot = false;
async function newPage(pick: Drawn["pick"]): Promise<string> {
  const draft = { title: { "zh-CN": `页面 ${n}` }, summary: { "zh-CN": "怎样参加。" }, body: { "zh-CN": `正文 ${n}` } };
  const { id } = await createPage(desk(), { ...draft, slug: `page-${n}`, ...(withFoot ? { footer: pick([1, 2, 3]) } : {}) });
  await publishCase(desk(), { caseId: id, version: 1 });
  return id;
}
async function changePage(caseId: string, pick: Drawn["pick"]): Promise<void> {
  const { version, status, title, summary, body, slug, footer } = await getCase(desk(), { caseId });
  const what = pick(["withdraw", "body", "slug", "footer"] as const);
  if (what === "withdraw" && status === "published") return void (await withdrawCase(desk(), { caseId, version }));
  const edited = await editPage(desk(), {
    ...{ caseId, version, title, summary, body, slug, footer },
    ...(what === "slug" ? { slug: `page-moved-${n}` } : { body: { "zh-CN": `另一篇正文 ${n}` } }),
    ...(what === "footer" && withFoot ? { footer: pick([undefined, 1, 2]) } : {}),
  });
  await publishCase(desk(), { caseId, version: edited.version });
}
async function newProject(pick: Drawn["pick"]): Promise<string> {
  const { id } = await submitProject(world.ctx(), {
    ...{ secrecy: "none", title: `项目 ${n}`, chain: pick(chains), trl: "6", ways: ["licence"], name: "李示例" },
    ...{
      problem: "薄壁铸件变形大，返修率高。",
      advantage: "变形量减少六成，工序少两道。",
      economics: "单件成本降低 18%，两年收回。",
    },
    ...{ organisation: "示例研究所", email: `s${n}@example.com`, locale: "zh-CN", consent: "yes" },
  } as never);
  const { version } = await getProject(desk(), { projectId: id });
  await publishProject(desk(), { projectId: id, version });
  return id;
}
async function newActivity(pick: Drawn["pick"], random: () => number): Promise<string> {
  const from = world.clock.now.getTime() + Math.floor(random() * 20) * day + 3_600_000;
  const at = (ms: number) => new Date(from + ms).toISOString();
  const { id } = await createActivity(desk(), {
    ...{ kind: "salon", title: { "zh-CN": `活动 ${n}` }, summary: { "zh-CN": "二十人的小型沙龙。" }, venue: { "zh-CN": "西安" } },
    ...{ description: { "zh-CN": "请带一个问题来。" }, chains: [pick(chains)], capacity: 20 },
    ...{ startsAt: at(0), endsAt: at(7_200_000), registrationClosesAt: at(-1_800_000) },
  });
  await publishActivity(desk(), { activityId: id, version: 1 });
  return id;
}

/** Publishes changes in batches as the queue would: what failed comes again. */
async function publishAll(random: () => number, ctx: () => Ctx, waiting: Living[], last = false): Promise<void> {
  for (let tries = 0; waiting.length; tries++) {
    if (tries > 200) throw new Error("it never came through");
    const batch = waiting.slice(0, 1 + Math.floor(random() * waiting.length));
    try {
      await publishChanges(ctx(), { changes: batch });
      waiting.splice(0, batch.length);
    } catch {
      // The holder of the lease was killed: the next one waits until it is over.
      world.clock.advance(9_000);
    }
    if (!last && random() < 0.5) return;
  }
}

/** Takes away all that publishing derived. */
async function forgetLists(): Promise<void> {
  const { table } = world.ctx(system);
  for (const { pk, sk } of await world.scan())
    if (String(pk).startsWith("site#")) await table.write([{ remove: { pk: String(pk), sk: String(sk) } }], "");
}

/** How many publishers died in all of the sequences; the lease is renewed by the clock, so a seed alone does not say. */
let killed = 0;

describe("a random sequence of changes", () => {
  it.each([
    [1, false],
    [2, false],
    [3, false],
    [4, false],
    [5, true],
    [6, true],
  ])(
    "gives the bytes of a full publication, and never leads nowhere, whatever fails (seed %i, the foot changes: %s)",
    async (seed, foot) => {
      withFoot = foot;
      const draws = drawn(seed);
      const nowhere: string[] = [];
      const living: Living[] = [];
      const waiting: Living[] = [];
      const dies = () => {
        const now = draws.random() < 0.004;
        if (now) killed += 1;
        return now;
      };
      const ctx = () => {
        const sound = world.ctx(system, { client: faulty(world.client, draws.random, { conflict: 0.01, lost: 0.005 }) });
        return mortal({ ...sound, objects: watched(sound.objects, nowhere) }, dies);
      };
      for (let i = 0; i < 30; i++) {
        world.clock.advance(60_000);
        waiting.push(await change(draws, living));
        if (draws.random() < 0.5) await publishAll(draws.random, ctx, waiting);
      }
      await publishAll(draws.random, ctx, waiting, true);
      await publishDue(world.ctx(system), {});
      expect(nowhere).toEqual([]);

      const changed = pages();
      await publishSite(world.ctx(system), {});
      const again = pages();
      for (const [key, body] of changed) expect([key, again.get(key)]).toEqual([key, body]);

      world.files.clear();
      await forgetLists();
      await publishSite(world.ctx(system), {});
      const anew = pages();
      expect(new Set(again.keys())).toEqual(new Set(anew.keys()));
      for (const [key, body] of anew) expect([key, again.get(key)]).toEqual([key, body]);
    },
    120_000,
  );

  it("had publishers killed on the way", () => expect(killed).toBeGreaterThan(3));

  it("would lead nowhere if what gathers were made before what it leads to", async () => {
    const nowhere: string[] = [];
    n += 1;
    const { pick, random } = drawn(9);
    const id = await newActivity(pick, random);
    const sound = world.ctx(system);
    const objects = watched(sound.objects, nowhere);
    const held: (() => Promise<void>)[] = [];
    const late: Objects = {
      ...objects,
      put: async (store, key, body, options) => {
        if (isThing(`site/${key}`)) held.push(() => objects.put(store, key, body, options));
        else await objects.put(store, key, body, options);
      },
    };
    await publishChanges({ ...sound, objects: late }, { changes: [{ kind: "activities", id }] });
    for (const put of held) await put();
    expect(nowhere).not.toEqual([]);
  });
});

describe("a publisher that is killed as soon as a thing is in its lists", () => {
  /** Dies after the change is committed; without `guard` nothing was written of what is still to be done. */
  const killed = (guard: boolean): Ctx => {
    const ctx = world.ctx(system);
    let dead = false;
    const write: Ctx["table"]["write"] = async (writes, token) => {
      if (dead) throw new Error("dead");
      const left = guard ? writes : writes.filter(({ put }) => put?.type !== "site-todo");
      if (left.length) await ctx.table.write(left, token);
      dead = writes.some(({ put }) => put?.type === "site-entry");
      if (dead) throw new Error("killed");
    };
    // Whoever is dead puts nothing either: what was under way would else take the place of what the next one makes.
    const put: Objects["put"] = async (...of) => {
      if (dead) throw new Error("dead");
      await ctx.objects.put(...of);
    };
    return { ...ctx, table: { ...ctx.table, write }, objects: { ...ctx.objects, put } };
  };
  const another = async () => {
    n += 1;
    const { pick, random } = drawn(n);
    const [left, next] = [await newActivity(pick, random), await newCase(pick)];
    return { left, next };
  };

  it.each([true, false])("leaves work that the next one finishes, for whatever reason it comes (guard: %s)", async (guard) => {
    const { left, next } = await another();
    const killing = publishChanges(killed(guard), { changes: [{ kind: "activities", id: left }] });
    await expect(killing).rejects.toThrow(/^(killed|dead)$/);
    world.clock.advance(9_000);
    await publishChanges(world.ctx(system), { changes: [{ kind: "cases", id: next }] });
    expect(text("site/activities/index.html").includes(left)).toBe(guard);
    await publishSite(world.ctx(system), {});
  });
});

describe("a publisher that is killed before the thing whose page it made is in any list", () => {
  /** Dies instead of committing; without `guard` nothing was written of the page that it made. */
  const killed = (guard: boolean): Ctx => {
    const ctx = world.ctx(system);
    let dead = false;
    const write: Ctx["table"]["write"] = async (writes, token) => {
      dead ||= writes.some(({ put }) => put?.type === "site-entry");
      if (dead) throw new Error("killed");
      if (guard || !writes.some(({ put }) => put?.type === "site-todo")) await ctx.table.write(writes, token);
    };
    return { ...ctx, table: { ...ctx.table, write } };
  };

  it.each([true, false])("leaves no page of what is withdrawn before anybody tries again (guard: %s)", async (guard) => {
    n += 1;
    const { pick } = drawn(n);
    const id = await newProject(pick);
    await expect(publishChanges(killed(guard), { changes: [{ kind: "projects", id }] })).rejects.toThrow("killed");
    expect(world.files.has(`site/projects/${id}/index.html`)).toBe(true);
    const { version } = await getProject(desk(), { projectId: id });
    await withdrawProject(desk(), { projectId: id, version, remark: "不再转让" });
    world.clock.advance(9_000);
    await publishChanges(world.ctx(system), { changes: [{ kind: "projects", id }] });
    expect(world.files.has(`site/projects/${id}/index.html`)).toBe(!guard);
    world.files.delete(`site/projects/${id}/index.html`);
    world.files.delete(`site/en/projects/${id}/index.html`);
  });
});

describe("a page that cannot be made", () => {
  const name = (id: string) => (page: PageInput) =>
    JSON.stringify(page.data).includes(id) && !("found" in page.data) && page.path.includes(id);

  it("keeps no other from being made; a new thing stands in no list until it can", async () => {
    const { pick, random } = drawn(11);
    n += 1;
    const bad = await newActivity(pick, random);
    n += 1;
    const good = await newActivity(pick, random);
    broken = name(bad);
    const changes = [bad, good].map((id) => ({ kind: "activities" as const, id }));
    const outcome = await publishChanges(world.ctx(system), { changes });
    expect(outcome.failed).toBe(1);
    expect(text(`site/activities/${good}/index.html`)).toContain(good);
    expect(world.files.has(`site/activities/${bad}/index.html`)).toBe(false);
    expect(text("site/activities/index.html")).toContain(good);
    expect(text("site/activities/index.html")).not.toContain(bad);
    expect(leadsNowhere()).toEqual([]);
    const [failure] = (await listPageFailures(desk(), {})).failures;
    expect(failure).toMatchObject({ key: `thing:activities:${bad}`, tries: 1 });

    broken = () => false;
    await publishDue(world.ctx(system), {});
    expect(text(`site/activities/${bad}/index.html`)).toContain(bad);
    expect(text("site/activities/index.html")).toContain(bad);
    expect((await listPageFailures(desk(), {})).failures).toEqual([]);
  });

  it("leaves what stood there before", async () => {
    n += 1;
    const { pick } = drawn(12);
    const id = await newCase(pick);
    await publishChanges(world.ctx(system), { changes: [{ kind: "cases", id }] });
    const { slug, version, status, ...draft } = await getCase(desk(), { caseId: id });
    const before = text(`site/cases/${slug}/index.html`);
    await editCase(desk(), { ...draft, chains: [...draft.chains], caseId: id, version, body: { "zh-CN": "新的正文" } });
    await publishCase(desk(), { caseId: id, version: version + 1 });
    broken = (page) => page.data.kind === "case";
    await publishChanges(world.ctx(system), { changes: [{ kind: "cases", id }] });
    expect(text(`site/cases/${slug}/index.html`)).toBe(before);
    expect(text("site/cases/index.html")).toContain(`"${slug}"`);
    broken = () => false;
    await publishDue(world.ctx(system), {});
    expect(text(`site/cases/${slug}/index.html`)).toContain("新的正文");
  });
});
