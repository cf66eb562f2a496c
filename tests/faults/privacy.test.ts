import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dynamoTable } from "@lingxi/core/platform/table";
import { ensureTable, tableName } from "@lingxi/local/table";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../events/src/catalog.ts";
import {
  administratorOf,
  itemsOf,
  openedItemsOf,
  runActivity,
  runCampaign,
  withHostState,
  withTable,
} from "../support/aftermath.ts";
import { eventually, type HostProcess, startHostProcess } from "../support/host.ts";
import { forms } from "../support/records.ts";

/** What people said of themselves, each in words that stand nowhere else. */
const own = {
  registration: {
    name: "司马密一",
    organisation: "独见一号研究所",
    email: "secret-one@example.com",
    phone: "13900000001",
    interest: "密谈甲",
  },
  project: { name: "司马密二", email: "secret-two@example.com", phone: "13900000002" },
  demand: { name: "司马密五", email: "secret-five@example.com", phone: "13900000005", creditCode: "91610131MA00000018" },
  talent: { name: "司马密三", organisation: "独见三号大学", email: "secret-three@example.com", phone: "13900000003" },
  contact: { name: "司马密四", email: "secret-four@example.com" },
};
const secrets = Object.values(own).flatMap((person) => Object.values(person));
/** As it is written, in base64, and in an address. */
const disguised = (secret: string) => [
  secret,
  Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
];
/** Which of the secrets a text gives away. */
const leaks = (text: string) =>
  secrets.filter((secret) => disguised(secret).some((form) => text.toLowerCase().includes(form.toLowerCase())));

let host: HostProcess;
let words = "";
let items: Record<string, unknown>[] = [];
/** The same, each opened with its person's key. */
let opened: Record<string, unknown>[] = [];
/** The files that hold the table, as they lie on the disk. */
let files = "";
let queued: string[] = [];

beforeAll(async () => {
  host = await startHostProcess({ args: ["--empty"] });
  const send = await administratorOf(host);
  const activityId = await runActivity(send, forms.activity);
  await send("POST", `/api/activities/${activityId}/registrations`, { ...forms.registration, ...own.registration });
  await send("POST", "/api/projects", { ...forms.project, ...own.project });
  await send("POST", "/api/demands", { ...forms.demand, ...own.demand });
  await send("POST", "/api/talents", { ...forms.talent, ...own.talent });
  await runCampaign(send, forms.campaign, [`${own.contact.email},${own.contact.name}`]);
  const form = `${host.origin}/forms/register/${activityId}`;
  const guard = /name="guard" value="([^"]+)"/.exec(await (await fetch(form)).text())?.[1] ?? "";
  await new Promise((done) => setTimeout(done, 1100));
  const page = await fetch(form, {
    method: "POST",
    body: new URLSearchParams({ ...own.registration, guard, email: `${own.registration.email}@`, consent: "yes" }),
  });
  expect(page.status).toBe(422);
  // What people write into addresses must not be logged either.
  await fetch(`${host.origin}/my/registrations/${encodeURIComponent(own.registration.email)}`);
  const wanted = Object.values(own).map(({ email }) => email);
  await eventually(async () => {
    const mails = (await (await fetch(`${host.origin}/inbox/messages.json`)).json()) as { to: string }[];
    return wanted.every((email) => mails.some(({ to }) => to === email));
  }, 30_000);
  // What waits at the end is read as it lies there: a killed host leaves its queues full.
  await send("POST", `/api/activities/${activityId}/registrations`, {
    ...forms.registration,
    ...own.registration,
    email: own.talent.email,
  });
  await new Promise((done) => setTimeout(done, 60));
  await host.end("SIGKILL");
  words = host.words();
  queued = withHostState(host.dataDir, (db) =>
    db
      .prepare("select body from queue where subscriber <> 'record-mail-feedback'")
      .all()
      .map((row) => String(row.body)),
  );
  files = tableFiles(host.dataDir);
  items = await itemsOf(host.dataDir);
  opened = await openedItemsOf(host.dataDir);
});
afterAll(() => host.remove());

/** Everything in the table's files: tables, stream, and what the log before writing holds. */
function tableFiles(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.startsWith("table.db"));
  return names.map((name) => readFileSync(join(folder, name), "latin1")).join("\n");
}
/** Which of the secrets lie in bytes read as latin1. */
const leaksInFile = (bytes: string) =>
  secrets.filter((secret) => disguised(secret).some((form) => bytes.includes(Buffer.from(form).toString("latin1"))));

const isKey = (name: string) => /^(pk|sk)$|(Pk|Sk)$/.test(name);
const keysOf = (item: object) =>
  Object.entries(item)
    .filter(([name]) => isKey(name))
    .map(([, value]) => String(value));

describe("names, addresses and telephone numbers", () => {
  it("are in the records themselves, or this file would prove nothing", () => {
    const stored = JSON.stringify(opened);
    for (const secret of secrets) expect(stored, secret).toContain(secret);
  });

  it("lie sealed in the table: no file of it holds one, nor its stream", () => {
    expect(files).toContain("registrations#");
    expect(leaksInFile(files)).toEqual([]);
  });

  it("are found in the files of a table that has no vault before it (control)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lingxi-unsealed-"));
    try {
      await withTable(folder, async (client) => {
        await ensureTable(client, tableName, join(folder, "table.db"));
        const table = dynamoTable(client, tableName);
        for (const put of opened) await table.write([{ put }], "");
      });
      expect(leaksInFile(tableFiles(folder))).toEqual(secrets);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("stand in no key of the table and of its indexes", () => {
    expect(items.length).toBeGreaterThan(10);
    expect(leaks(items.flatMap(keysOf).join("\n"))).toEqual([]);
  });

  it("stand in no domain event of any record's life, nor in one that waits in a queue", () => {
    // As new, as removed, and as every state that its record may have been in before.
    const events = opened.flatMap((item) => [
      ...eventsOf({ after: item }),
      ...eventsOf({ before: item }),
      ...["draft", "submitted", "waitlisted", "offered", "confirmed", "sending", "applied", "listed"].flatMap((status) => [
        ...eventsOf({ before: { ...item, status }, after: item }),
        ...eventsOf({ before: item, after: { ...item, status } }),
      ]),
    ]);
    const names = new Set(events.map(({ name }) => name));
    for (const name of [
      "activity.registration-confirmed",
      "project.submitted",
      "demand.submitted",
      "talent.applied",
      "campaign.sending",
    ])
      expect([...names]).toContain(name);
    expect(leaks([...events.map((event) => JSON.stringify(event)), ...queued].join("\n"))).toEqual([]);
  });

  it("stand in nothing that the host printed", () => {
    expect(words).toContain("Lingxi");
    expect(leaks(words)).toEqual([]);
  });

  it("are found by the same search where one was planted (control)", () => {
    const { email, name } = own.registration;
    expect(leaks(keysOf({ pk: `person#${email}`, name }).join("\n"))).toEqual([email]);
    expect(leaks(`${words}{"level":"error","to":"${Buffer.from(name).toString("base64")}"}`)).toEqual([name]);
    expect(leaks(JSON.stringify({ path: `/x?e=${encodeURIComponent(email)}` }))).toEqual([email]);
  });
});
