import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allEntries, loaded } from "../../packages/core/src/search/library.ts";
import { buckets } from "../../packages/local/src/objects.ts";
import { administratorOf, itemsOf, runActivity, type Send, withHostState } from "../support/aftermath.ts";
import { eventually, type HostProcess, startHostProcess } from "../support/host.ts";
import { awaitMail } from "../support/inbox.ts";
import { forms } from "../support/records.ts";

const email = "goes-away@example.com";
/** What stands on public pages, in words that stand nowhere else. */
const shown = { name: "司徒抹去", introduction: "从事抹去样机的研制，有三项专利在用。", title: "抹去样机气调保鲜箱" };
const contact = { name: "司徒抹去", email, phone: "13977770009" };
const marks = ["司徒抹去", "抹去样机", email, contact.phone];
/** Somebody else, who stays. */
const other = { name: "尉迟留下", email: "stays@example.com", introduction: "从事留下样机的研制，有两项专利在用。" };

let host: HostProcess;
let send: Send;
const places = [
  "/talents/",
  "/projects/",
  "/en/talents/",
  "/",
  "/feeds/projects.xml",
  "/sitemap.xml",
  "/find?q=抹去",
  "/api/find?q=抹去",
  "/api/talents",
];
const ids: Record<string, string> = {};

/** The files of a store as they lie there; read anew where one went while they were read. */
function filesOf(bucket: string): Buffer[] {
  for (;;)
    try {
      const folder = join(host.dataDir, "objects", bucket);
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
      return files.map((file) => readFileSync(join(file.parentPath, file.name)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
}
const stored = () => filesOf(buckets.site).join("\n");
/** What the search's snapshots hold; each begins with the mark of its kind. */
const indexed = () =>
  filesOf(buckets.private)
    .filter(isSnapshot)
    .map((bytes) => JSON.stringify([...allEntries(loaded(bytes))]))
    .join("\n");
function isSnapshot(bytes: Buffer): boolean {
  try {
    return loaded(bytes).size > 0;
  } catch {
    return false;
  }
}
const read = async (path: string) => (await fetch(`${host.origin}${encodeURI(path)}`)).text();
const marksIn = (text: string) => marks.filter((mark) => text.includes(mark));
/** All that can be read of items without anybody's key, what the search's log has packed included. */
const textsIn = (items: readonly Record<string, unknown>[]) =>
  items
    .map(({ type, entry, ...rest }) =>
      type === "search-log" && entry ? inflateRawSync(entry as Uint8Array).toString("utf8") : JSON.stringify(rest),
    )
    .join("\n");
/** Where the person still stands: in what readers get, and in the store's files. */
async function standing(): Promise<string[]> {
  const own = [`/talents/${ids.talent}/`, `/projects/${ids.project}/`, `/en/talents/${ids.talent}/`];
  const pages = await Promise.all([...places, ...own].map(async (path) => (marksIn(await read(path)).length ? [path] : [])));
  return [
    ...pages.flat(),
    ...(marksIn(stored()).length ? ["the store"] : []),
    ...(marksIn(indexed()).length ? ["the search's snapshots"] : []),
  ];
}

async function becomes(form: object): Promise<string> {
  await send("POST", "/api/talents", { ...forms.talent, ...form, profile: true });
  const { items } = await send<{ items: { id: string; name: string; version: number }[] }>("GET", "/api/console/talents");
  const one = items.find(({ name }) => name === (form as { name: string }).name);
  await send("POST", `/api/console/talents/${one?.id}/approve`, { version: one?.version });
  return one?.id ?? "";
}

beforeAll(async () => {
  host = await startHostProcess({ args: ["--empty"] });
  send = await administratorOf(host);
  ids.talent = await becomes({ ...contact, introduction: shown.introduction });
  ids.other = await becomes(other);
  const { id } = await send<{ id: string }>("POST", "/api/projects", { ...forms.project, ...contact, title: shown.title });
  ids.project = id;
  await send("POST", `/api/console/projects/${id}/list`, { version: 1 });
  const activityId = await runActivity(send, forms.activity);
  await send("POST", `/api/activities/${activityId}/registrations`, { ...forms.registration, ...contact });
  await eventually(async () => {
    const all = await standing();
    return all.length >= 8 && all.includes("/api/find?q=抹去") && all.includes("the store");
  }, 60_000);
  // A host that starts takes a snapshot of the search, as the clock does each hour.
  await host.end("SIGTERM");
  const logged = textsIn(await itemsOf(host.dataDir));
  expect(marksIn(logged)).toEqual(["司徒抹去", "抹去样机"]);
  host = await startHostProcess({ dataDir: host.dataDir, port: host.port, args: ["--empty"] });
  await eventually(async () => marksIn(indexed()).length > 0 && (await standing()).includes("/api/find?q=抹去"), 30_000);
}, 150_000);
afterAll(() => host.remove());

describe("a minute after somebody was erased", () => {
  it("nothing of them stands on a page, in a list, a feed, the sitemap, the search, or in the store's files", async () => {
    const form = `${host.origin}/forms/my-data`;
    const guard = /name="guard" value="([^"]+)"/.exec(await (await fetch(form)).text())?.[1] ?? "";
    await new Promise((done) => setTimeout(done, 1100));
    const asked = await fetch(form, { method: "POST", body: new URLSearchParams({ email, guard }) });
    const browser = asked.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const mail = await awaitMail(host.origin, email, /查看或删除/);
    const link = /\/my\/data\/[\w.-]+/.exec(mail.text ?? "")?.[0] ?? "";
    const used = await fetch(`${host.origin}${link}`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: browser },
    });
    const cookie = used.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const body = new URLSearchParams({ sure: "yes" });
    const answer = await fetch(`${host.origin}/my/data/open/erase`, { method: "POST", headers: { cookie }, body });
    expect(answer.status).toBe(200);
    let left: string[] = [];
    const gone = await eventually(async () => {
      left = await standing();
      return left.length === 0;
    }, 60_000).catch(() => false);
    expect(left).toEqual([]);
    expect(gone).toBe(true);
    expect((await fetch(`${host.origin}/talents/${ids.talent}/`)).status).toBe(404);
    expect((await fetch(`${host.origin}/projects/${ids.project}/`)).status).toBe(404);
  }, 90_000);

  it("somebody else stands where they stood, in the search too (control)", async () => {
    expect(await read(`/talents/${ids.other}/`)).toContain(other.name);
    expect(await read("/talents/")).toContain(other.name);
    expect(await read("/api/find?q=留下")).toContain(other.name);
    expect(stored()).toContain(other.name);
    await eventually(async () => indexed().includes(other.name));
  });

  it("no mail to them waits, and none comes any more", async () => {
    const mails = async () =>
      ((await (await fetch(`${host.origin}/inbox/messages.json?limit=200`)).json()) as { to: string }[]).filter(
        ({ to }) => to === email,
      );
    const before = (await mails()).length;
    await send("POST", "/api/talents", { ...forms.talent, ...other, email: "third@example.com", profile: true });
    await awaitMail(host.origin, "third@example.com");
    expect(await mails()).toHaveLength(before);
    await host.end("SIGKILL");
    const waiting = withHostState(host.dataDir, (db) =>
      db
        .prepare("select body from queue")
        .all()
        .map((row) => String(row.body)),
    );
    expect(marksIn(waiting.join("\n"))).toEqual([]);
  });

  it("the search's log has nothing of them, nor the rest of the table their name, and somebody else stands there (control)", async () => {
    const items = await itemsOf(host.dataDir);
    const log = textsIn(items.filter(({ type }) => type === "search-log"));
    expect(marksIn(log)).toEqual([]);
    expect(log).toContain(other.name);
    // What a project is called is no one's; the trail goes on telling that it was there.
    expect(marksIn(textsIn(items)).filter((mark) => mark !== "抹去样机")).toEqual([]);
  });
});
