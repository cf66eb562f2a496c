import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createActivity, type getActivity, type listRegistrations, publishActivity, register } from "@lingxi/core/activity";
import { createKeys } from "@lingxi/core/platform/keys";
import { runtime } from "@lingxi/core/platform/runtime";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { ensureTable, tableName } from "../../packages/local/src/table.ts";
import { call } from "../support/api.ts";
import { printedToken, startHostProcess } from "../support/host.ts";
import { awaitMail, listMails } from "../support/inbox.ts";
import { countRounds } from "../support/rounds.ts";
import type { Bench, Figure } from "./run.ts";

const fromArgs = (args: readonly string[], name: string, otherwise: number) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

const activity = (capacity: number, more: object = {}) => {
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const text = { "zh-CN": "压力测试活动" };
  return {
    kind: "salon" as const,
    title: text,
    summary: text,
    description: text,
    venue: text,
    chains: [],
    startsAt: at(10),
    endsAt: at(11),
    registrationClosesAt: at(9),
    capacity,
    ...more,
  };
};

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly took: number;
}

/** A session is bound to the kind of program that opened it. */
const program = "bench";

/** Everybody at once, over HTTP, each on a connection of a shared pool of 100. */
function crowd(origin: string, calls: readonly { path: string; body: object; cookie?: string }[]): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const one = ({ path, body, cookie }: (typeof calls)[number]) =>
    new Promise<Answer>((done, failed) => {
      const began = performance.now();
      const headers = { "content-type": "application/json", "user-agent": program, ...(cookie ? { cookie } : {}) };
      const sent = request(`${origin}${path}`, { method: "POST", agent, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => done({ status: answer.statusCode ?? 0, text, took: performance.now() - began }));
      });
      sent.on("error", failed);
      sent.end(JSON.stringify(body));
    });
  return Promise.all(calls.map(one)).finally(() => agent.destroy());
}

/** Capacity units and requests of one confirmed registration, as the table reports them. */
async function cost() {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-cost-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const client = new DynamoDBClient({
    endpoint: table.endpoint,
    region: "cn-northwest-1",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  let units = 0;
  let trips = 0;
  try {
    await ensureTable(client, tableName, table.file);
    client.middlewareStack.add(
      (next) => async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: "INDEXES" });
        const answer = await next(args);
        const output = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] };
        const writes = "Item" in args.input || "UpdateExpression" in args.input || "TransactItems" in args.input;
        if (writes) for (const used of [output.ConsumedCapacity ?? []].flat()) units += used.CapacityUnits ?? 0;
        trips++;
        return answer;
      },
      { step: "initialize" },
    );
    const make = runtime(
      { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: "bench" },
      { client, keys: createKeys(["bench"]) },
    );
    const ctx = make({ kind: "system", name: "bench" }, "bench");
    await ctx.vault.prepare();
    const { id: activityId } = await createActivity(ctx, activity(100));
    await publishActivity(ctx, { activityId, version: 1 });
    units = 0;
    trips = 0;
    const people = 50;
    for (let n = 0; n < people; n++)
      await register(ctx, { activityId, name: `人${n}`, organisation: "示例", email: `p${n}@example.com`, consent: true });
    const paid = { units: units / people, trips: trips / people };
    const full = await createActivity(ctx, activity(1, { waitingList: false }));
    await publishActivity(ctx, { activityId: full.id, version: 1 });
    const come = (n: number) =>
      register(ctx, { activityId: full.id, name: `人${n}`, organisation: "示例", email: `p${n}@example.com`, consent: true });
    await come(0);
    units = 0;
    const refused = await Promise.allSettled([1, 2, 3, 4, 5].map(come));
    if (refused.some(({ status }) => status === "fulfilled")) throw new Error("somebody was seated who should be refused");
    const refusal = units / refused.length;
    const rounds = countRounds(client);
    const overApi = async (id: string, n: number, status: number) => {
      units = 0;
      const body = { name: `人${n}`, organisation: "示例", email: `api${n}@example.com`, consent: true };
      const send = () =>
        call({ ctx: (actor = { kind: "public" }) => make(actor, "bench") }, "POST", `/api/activities/${id}/registrations`, {
          body,
        });
      const { depth } = await rounds.of(async () => {
        const answer = await send();
        if (answer.status !== status) throw new Error(`the API answered ${answer.status}: ${answer.text}`);
      });
      return { units, depth };
    };
    await overApi(activityId, 0, 201);
    return { ...paid, refusal, seated: await overApi(activityId, 1, 201), turnedAway: await overApi(full.id, 2, 409) };
  } finally {
    client.destroy();
    await table.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From a seat given up to the mail that offers it, in milliseconds. */
async function offerLatency(origin: string, staff: (path: string, body: object) => Promise<{ id: string }>): Promise<number> {
  const { id } = await staff("/api/console/activities", activity(1));
  await staff(`/api/console/activities/${id}/publish`, { version: 1 });
  const come = (email: string) => ({
    path: `/api/activities/${id}/registrations`,
    body: { name: "人", organisation: "示例公司", email, consent: true },
  });
  await crowd(origin, [come("first@example.com")]);
  await crowd(origin, [come("second@example.com")]);
  const { text = "" } = await awaitMail(origin, "first@example.com");
  const token = /my\/registrations\/([\w.-]+)/.exec(text)?.[1] ?? "";
  await awaitMail(origin, "second@example.com");
  const began = performance.now();
  await crowd(origin, [{ path: `/api/registrations/${token}/cancel`, body: {} }]);
  for (;;) {
    if ((await listMails(origin)).filter(({ to }) => to === "second@example.com").length > 1) return performance.now() - began;
    await new Promise((done) => setTimeout(done, 10));
    if (performance.now() - began > 30_000) throw new Error("no offer was mailed within 30 seconds");
  }
}

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const people = fromArgs(args, "people", 10_000);
  const seats = fromArgs(args, "seats", 500);
  const { units, trips, refusal, seated, turnedAway } = await cost();
  const host = await startHostProcess({ args: ["--empty"], env: { FORM_LIMIT: "1000000" } });
  try {
    const token = await printedToken(host);
    const session = await fetch(`${host.origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": program },
      body: JSON.stringify({ token }),
    });
    const cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const staff = async (path: string, body: object) =>
      JSON.parse((await crowd(host.origin, [{ path, body, cookie }]))[0]?.text ?? "{}") as { id: string };
    const latency = await offerLatency(host.origin, staff);
    const { id } = await staff("/api/console/activities", activity(seats));
    await staff(`/api/console/activities/${id}/publish`, { version: 1 });
    // Every tenth person presses the button twice.
    const calls = Array.from({ length: people }, (_, n) => ({
      path: `/api/activities/${id}/registrations`,
      body: { name: `人${n}`, organisation: "示例公司", email: `p${n - (n % 10 === 9 ? 1 : 0)}@example.com`, consent: true },
    }));
    const began = performance.now();
    const answers = await crowd(host.origin, calls);
    const seconds = (performance.now() - began) / 1000;
    const took = answers.map((a) => a.took).sort((a, b) => a - b);
    const at = (share: number) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0);
    const read = async <T>(path: string) =>
      (await (await fetch(`${host.origin}${path}`, { headers: { cookie, "user-agent": program } })).json()) as T;
    const rows: { email: string; status: string }[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await read<Awaited<ReturnType<typeof listRegistrations>>>(
        `/api/console/activities/${id}/registrations?limit=100${cursor ? `&cursor=${cursor}` : ""}`,
      );
      rows.push(...page.items);
      cursor = page.cursor;
    }
    const { taken } = await read<Awaited<ReturnType<typeof getActivity>>>(`/api/console/activities/${id}`);
    const confirmed = rows.filter((r) => r.status === "confirmed").length;
    yield { metric: "rate", value: Math.round(people / seconds), unit: "answers/s" };
    yield { metric: "p50", value: at(0.5), unit: "ms" };
    yield { metric: "p95", value: at(0.95), unit: "ms" };
    yield { metric: "p99", value: at(0.99), unit: "ms" };
    yield { metric: "unanswered", value: answers.filter((a) => a.status !== 201).length, unit: "people", limit: "0" };
    yield { metric: "oversold", value: Math.max(0, Math.max(taken, confirmed) - seats), unit: "seats", limit: "0" };
    yield { metric: "doubled", value: rows.length - new Set(rows.map((r) => r.email)).size, unit: "registrations", limit: "0" };
    yield { metric: "write-units", value: units, unit: "per confirmed registration", limit: "at most 4" };
    yield { metric: "round-trips", value: trips, unit: "per confirmed registration", limit: "at most 2" };
    yield { metric: "refusal-write-units", value: refusal, unit: "per refusal on a sold-out activity", limit: "0" };
    const counted = "over the API, where each form of a network is counted as well: 1 write";
    yield { metric: "write-units.api", value: seated.units, unit: `per confirmed registration, ${counted}` };
    yield { metric: "round-trips.api", value: seated.depth, unit: "one after the other, the same" };
    yield { metric: "refusal-write-units.api", value: turnedAway.units, unit: "per refusal, the same" };
    yield { metric: "offer-latency", value: Math.round(latency), unit: "ms from a seat given up to the mail that offers it" };
  } finally {
    await host.remove();
  }
}

export const bench: Bench = {
  name: "registration",
  about:
    "people who register at the same instant over HTTP on the embedded default (--people 10000, --seats 500), every tenth twice",
  measure,
};
