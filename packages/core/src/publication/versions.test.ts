import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { createCase, editCase, getCase, publishCase } from "../cases/index.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { liveRenderer } from "../platform/live-render.ts";
import { SiteVersions, versionOf } from "../platform/site-builds.ts";
import {
  listVersions,
  previewVersion,
  publishChanges,
  publishDue,
  publishSite,
  registerBuild,
  releaseBuild,
  restoreVersion,
  unpinVersion,
} from "./index.ts";

const world = embedded();
const operator = () => world.ctx(system, { render: liveRenderer(undefined) });
const text = (path: string) => Buffer.from(world.files.get(`site/${path}`)?.body ?? []).toString("utf8");

/** A whole renderer in a file: a page is its sign, its path and the titles in its data. `rest` is more of its module. */
const source = (sign: string, rest = "") => `${rest}
export async function render({ path, data }) {
  const titles = JSON.stringify(data).match(/"zh-CN":"[^"]*"/g) ?? [];
  return { status: 200, type: "text/html; charset=utf-8", body: typeof special === "function" ? special(path) : \`${sign} \${path} \${titles.join(" ")}\` };
}`;
let n = 0;
const bytes = (code: string) => new TextEncoder().encode(code);
const register = async (code: string, assets: readonly string[] = []) =>
  (await registerBuild(operator(), { renderer: bytes(code), assets: [...assets] })).version;
const release = async (code: string) => releaseBuild(operator(), { version: await register(code) });

/** With which build each page of the site was made. */
const signs = () => {
  const pages = [...world.files.keys()].filter((key) => /^site\/.*\.html$/.test(key));
  return [...new Set(pages.map((key) => text(key.slice("site/".length)).split(" ")[0]))];
};
const everything = () => new Map([...world.files].map(([key, { body }]) => [key, Buffer.from(body).toString("latin1")]));
const refusal = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error("it was not refused");
  return error;
};

const content = (title: string) => ({
  title: { "zh-CN": title },
  summary: { "zh-CN": "一项闲置专利怎样用起来。" },
  body: { "zh-CN": "正文" },
  chains: ["titanium"],
  slug: `version-${n}`,
});

let story = "";
let a = "";
/** The site of the sign A, with one case in it. */
async function fresh(): Promise<void> {
  n += 1;
  world.files.clear();
  world.clock.advance(60_000);
  const record = await SiteVersions.find(operator(), {});
  if (record) await operator().table.write([SiteVersions.remove({})], "");
  const desk = world.ctx(staff("organiser"));
  ({ id: story } = await createCase(desk, content(`案例${n}`)));
  await publishCase(desk, { caseId: story, version: 1 });
  const change = await release(source(`A${n}`));
  a = change.live;
}

async function retitle(title: string): Promise<void> {
  const desk = world.ctx(staff("organiser"));
  const { version } = await getCase(desk, { caseId: story });
  await editCase(desk, { ...content(title), caseId: story, version });
  await publishCase(desk, { caseId: story, version: version + 1 });
}
const react = (ctx: Ctx) => publishChanges(ctx, { changes: [{ kind: "cases", id: story }] });

describe("a build of the site", { timeout: 60_000 }, () => {
  beforeEach(fresh);

  it("has the digest of its renderer as its name, becomes live when it is registered, and makes every page", async () => {
    expect(a).toBe(versionOf(bytes(source(`A${n}`))));
    expect(signs()).toEqual([`A${n}`]);
    const change = await release(source("B"));
    expect(change).toMatchObject({ from: a, pinned: false });
    expect(change.pages).toBeGreaterThan(60);
    expect(signs()).toEqual(["B"]);
    expect(text(`cases/version-${n}/index.html`)).toContain(`案例${n}`);
    expect(await listVersions(operator(), {})).toMatchObject({
      live: change.live,
      before: a,
      shown: change.live,
      pinned: false,
      builds: [{ version: change.live }, { version: a }],
    });
  });

  it("that is live already changes nothing when it is registered again", async () => {
    const before = everything();
    expect(await release(source(`A${n}`))).toEqual({ live: a, from: a, pinned: false, pages: 0 });
    expect(everything()).toEqual(before);
  });

  it("is kept with nine others; the live one and the one before stay whatever their age", async () => {
    const shared = "_astro/shared.css";
    const store = operator().objects;
    const { live: b } = await release(source("B"));
    await restoreVersion(operator(), {});
    const versions: string[] = [];
    for (let i = 0; i < 11; i++) {
      const own = `_astro/own-${i}.css`;
      for (const file of [shared, own]) await store.put("site", file, file, { type: "text/css" });
      versions.push(await register(source(`C${i}`), [shared, own]));
    }
    const { builds, live, before } = await listVersions(operator(), {});
    expect({ live, before }).toEqual({ live: a, before: b });
    expect(builds.map(({ version }) => version)).toEqual([...versions.slice(3).reverse(), b, a]);
    const kept = [...world.files.keys()].filter((key) => /^private\/site-builds\/.*entry\.mjs$/.test(key));
    expect(kept).toHaveLength(10);
    expect([0, 1, 2, 3].map((i) => world.files.has(`site/_astro/own-${i}.css`))).toEqual([false, false, false, true]);
    expect(world.files.has(`site/${shared}`)).toBe(true);
  });
});

describe("restoring", { timeout: 60_000 }, () => {
  beforeEach(fresh);

  it("brings the one before back with one call, pins it, and leads forward again", async () => {
    const { live: b } = await release(source("B"));
    const back = await restoreVersion(operator(), {});
    expect(back).toMatchObject({ live: a, from: b, pinned: true });
    expect(signs()).toEqual([`A${n}`]);
    const forward = await restoreVersion(operator(), {});
    expect(forward).toMatchObject({ live: b, from: a, pinned: false });
    expect(signs()).toEqual(["B"]);
  });

  it("holds newer builds back until it is unpinned", async () => {
    await release(source("B"));
    await restoreVersion(operator(), { version: a.slice(0, 6) });
    const c = await register(source("C"));
    expect(await releaseBuild(operator(), { version: c })).toEqual({ live: a, from: a, pinned: true, pages: 0 });
    expect(signs()).toEqual([`A${n}`]);
    expect(await unpinVersion(operator(), {})).toEqual({ live: a, wasPinned: true });
    expect(signs()).toEqual([`A${n}`]);
    expect(await releaseBuild(operator(), { version: c })).toMatchObject({ live: c, from: a, pinned: false });
    expect(signs()).toEqual(["C"]);
  });

  it("is heard of by those who publish changes already, within a second", async () => {
    let clock = 0;
    const living = world.ctx(system, { render: liveRenderer(undefined, () => clock) });
    await release(source("B"));
    await react(living);
    await restoreVersion(operator(), {});
    await retitle("新标题");
    // The control: one that does not hear makes the page as before.
    await react(living);
    expect(text(`cases/version-${n}/index.html`)).toMatch(/^B .*新标题/);
    clock = 1001;
    await react(living);
    expect(text(`cases/version-${n}/index.html`)).toMatch(new RegExp(`^A${n} .*新标题`));
  });

  it("is refused where there is nothing to restore, or no such version", async () => {
    expect((await refusal(restoreVersion(operator(), {}))).reason).toBe("site.nothing-before");
    const unknown = await refusal(restoreVersion(operator(), { version: "0000" }));
    expect(unknown.reason).toBe("site.no-version");
    expect(unknown.say("zh-CN")).toContain(a);
    expect(unknown.say("en")).toContain(a);
    const odd = await refusal(restoreVersion(operator(), { version: "../../x" }));
    expect(odd.fields.map(({ field }) => field)).toEqual(["version"]);
    await expect(restoreVersion(world.ctx(staff("organiser")), {})).rejects.toThrow("access.forbidden");
  });
});

describe("a version that cannot make the site", { timeout: 60_000 }, () => {
  beforeAll(fresh);

  const broken = {
    "is no module": ["site.cannot-load", "this is not a program"],
    "has no renderer": ["site.cannot-load", "export const other = 1;"],
    "fails when it is loaded": ["site.cannot-load", source("X", 'throw new Error("at once");')],
    "fails on one page": [
      "site.fails-on-pages",
      source(
        "X",
        'function special(path) { if (path.includes("/en/chains/titanium")) throw new Error("no titanium"); return "X"; }',
      ),
    ],
    "makes an empty page": [
      "site.fails-on-pages",
      source("X", 'function special(path) { return path === "/en/policy/" ? " " : "X"; }'),
    ],
  } as const;

  it.each(Object.entries(broken))("that %s does not become live, and the site stays as it is", async (_name, [reason, code]) => {
    const version = await register(code);
    const before = everything();
    const records = await listVersions(operator(), {});
    for (const verb of [releaseBuild, restoreVersion]) {
      const error = await refusal(verb(operator(), { version }));
      expect(error.reason).toBe(reason);
      for (const locale of ["zh-CN", "en"] as const) expect(error.say(locale)).toContain(version);
    }
    expect(everything()).toEqual(before);
    expect(await listVersions(operator(), {})).toEqual(records);
  });

  it("since it is not in the store any more, or not what it was, is never run", async () => {
    const version = await register(source("B"));
    const key = `private/site-builds/${version}/entry.mjs`;
    world.files.set(key, { body: bytes(source("EVIL")), type: "text/javascript" });
    expect((await refusal(restoreVersion(operator(), { version }))).say("en")).toContain("is not what it was");
    world.files.delete(key);
    expect((await refusal(restoreVersion(operator(), { version }))).say("en")).toContain("is not in the store");
    expect(signs()).toEqual([`A${n}`]);
  });

  it("is found out by every page: one that works everywhere does become live", async () => {
    const version = await register(source("X", 'function special() { return "X"; }'));
    await releaseBuild(operator(), { version });
    expect(signs()).toEqual(["X"]);
  });
});

describe("a restore that is killed half-way", { timeout: 60_000 }, () => {
  beforeEach(fresh);

  /** Does nothing more from its `nth` page on. */
  const killed = (nth: number): Ctx => {
    const ctx = operator();
    let left = nth;
    const dying =
      <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> =>
        left <= 0 ? Promise.reject(new Error("killed")) : work(...args);
    const { table, objects } = ctx;
    return {
      ...ctx,
      table: { ...table, get: dying(table.get), query: dying(table.query), write: dying(table.write) },
      objects: {
        get: dying(objects.get),
        remove: dying(objects.remove),
        put: dying((...args) => {
          left -= 1;
          return objects.put(...args);
        }),
      },
    };
  };
  const half = async () => {
    const { live: b } = await release(source("B"));
    await expect(restoreVersion(killed(20), {})).rejects.toThrow("killed");
    expect(new Set(signs())).toEqual(new Set([`A${n}`, "B"]));
    expect(await listVersions(operator(), {})).toMatchObject({ live: a, shown: b, pinned: true });
    // The holder of the lease is gone.
    world.clock.advance(10_000);
    return b;
  };

  it("is finished by the clock", async () => {
    await half();
    await publishDue(operator(), {});
    expect(signs().length).toBe(2);
    world.clock.advance(6 * 60_000);
    await publishDue(operator(), {});
    expect(signs()).toEqual([`A${n}`]);
    expect(await listVersions(operator(), {})).toMatchObject({ live: a, shown: a, pinned: true });
  });

  it("is finished by the next publication of everything", async () => {
    await half();
    await publishSite(operator(), {});
    expect(signs()).toEqual([`A${n}`]);
  });

  it("is finished by asking again, which does not lead back", async () => {
    const b = await half();
    expect(await restoreVersion(operator(), {})).toMatchObject({ live: a, pinned: true });
    expect(signs()).toEqual([`A${n}`]);
    expect(await listVersions(operator(), {})).toMatchObject({ live: a, before: b, shown: a });
  });

  it("before the first page is finished by the clock at once", async () => {
    await release(source("B"));
    const record = await SiteVersions.find(operator(), {});
    if (!record) throw new Error("no versions");
    await operator().table.write([SiteVersions.change(operator(), record, { live: a, pinned: true })], "");
    await publishDue(operator(), {});
    expect(signs()).toEqual([`A${n}`]);
  });
});

describe("a process that has a build beside it", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-beside-"));
  const file = join(folder, "entry.mjs");
  const body = async (ctx: Ctx) => (await ctx.render({ path: "/", data: {} })).body.split(" ")[0];
  beforeAll(() => writeFileSync(file, source("BESIDE")));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("renders with it while none is registered or while it is the live one, else with the one from the store", async () => {
    const process = () => world.ctx(system, { render: liveRenderer(file) });
    const record = await SiteVersions.find(operator(), {});
    if (record) await operator().table.write([SiteVersions.remove({})], "");
    expect(await body(process())).toBe("BESIDE");
    await expect(body(operator())).rejects.toThrow("No build of the site is registered");
    const change = await release(source("BESIDE"));
    world.files.delete(`private/site-builds/${change.live}/entry.mjs`);
    expect(await body(process())).toBe("BESIDE");
    await release(source("STORED"));
    expect(await body(process())).toBe("STORED");
  });

  it("fails rather than render with another than the live one, and tries again", async () => {
    const { live } = await release(source("STORED", "// once more"));
    const key = `private/site-builds/${live}/entry.mjs`;
    const stored = world.files.get(key);
    world.files.delete(key);
    const process = world.ctx(system, { render: liveRenderer(file) });
    await expect(body(process)).rejects.toThrow("is not in the store");
    if (stored) world.files.set(key, stored);
    expect(await body(process)).toBe("STORED");
  });
});

describe("a preview", { timeout: 60_000 }, () => {
  beforeAll(fresh);

  it("makes every page with the other version, and changes nothing", async () => {
    const b = await register(source("B"), ["_astro/b.css"]);
    const [files, records] = [everything(), await world.scan()];
    const made = new Map<string, string>();
    const preview = await previewVersion(operator(), {
      version: b,
      async write({ key, body }) {
        made.set(key, body);
      },
    });
    expect(preview).toMatchObject({ version: b, failures: [], assets: ["_astro/b.css"] });
    expect(everything()).toEqual(files);
    expect(await world.scan()).toEqual(records);
    const html = [...made].filter(([key]) => key.endsWith(".html"));
    expect(html.every(([, body]) => body.startsWith("B "))).toBe(true);
    expect(new Set(html.map(([key]) => `site/${key}`))).toEqual(
      new Set([...files.keys()].filter((key) => /^site\/.*\.html$/.test(key))),
    );
    expect(preview.pages).toBe(html.length);
  });

  it("shows what the version cannot make", async () => {
    const code = source("X", 'function special(path) { if (path === "/policy/") throw new Error("no policy"); return "X"; }');
    const { failures } = await previewVersion(operator(), { version: await register(code), write: async () => undefined });
    expect(failures).toEqual([{ key: "policy", why: "no policy" }]);
  });
});
