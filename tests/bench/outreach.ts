import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  campaignProgress,
  createCampaign,
  getCampaign,
  listRecipients,
  pauseCampaign,
  previewAudience,
  resumeCampaign,
  sendCampaign,
  testCampaign,
  unsubscribe,
} from "@lingxi/core/campaign";
import { importContacts } from "@lingxi/core/campaign/reactions";
import { createKeys } from "@lingxi/core/platform/keys";
import { compose } from "@lingxi/core/platform/mail/compose";
import { runtime } from "@lingxi/core/platform/runtime";
import { sheetLimits } from "@lingxi/core/platform/sheet/refusals";
import { lettersOf } from "../../packages/core/src/campaign/letter.ts";
import { lint } from "../../packages/core/src/campaign/lint.ts";
import { makeMails } from "../../packages/core/src/campaign/make-mails.ts";
import { madeMails } from "../../packages/core/src/campaign/read-made.ts";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { handlerEnvironment } from "../../packages/local/src/environment.ts";
import { ensureTable } from "../../packages/local/src/table.ts";
import { startPart, startSink } from "./outreach/parts.ts";
import type { Bench, Figure } from "./run.ts";

interface Sender {
  readonly reads: number;
  readonly writes: number;
  readonly writeUnits: number;
  readonly idle: number;
  readonly peak: number;
}
type Feedback = Pick<Sender, "reads" | "writes" | "writeUnits"> & { readonly from: number };

const secret = "bench";
const rounded = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await pause(100);
}

/** The embedded table, the counting transport, and what an organiser does. */
async function openDesk(latency: number) {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-outreach-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const sink = await startSink(latency);
  const endpoints = { table: table.endpoint, objects: "", mail: sink.url, bus: "" };
  const env: Record<string, string> = {
    ...handlerEnvironment({
      ...{ endpoints, origin: "https://lingxi.example", secrets: secret, masterKeys: secret, auditKeys: secret, renderer: "" },
    }),
    // Nothing but the parts themselves holds it back.
    MAIL_RATE: "100000",
    // Longer than anything here waits to be told of a mail that was taken.
    MAIL_SILENCE_MINUTES: "0.2",
    SINK: sink.url,
  };
  const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: "cn-northwest-1", credentials });
  await ensureTable(client, env.TABLE_NAME ?? "", table.file);
  const mailer = {
    from: env.MAIL_FROM ?? "",
    replyTo: env.MAIL_REPLY_TO ?? "",
    send: () => Promise.reject(new Error("no mail")),
  };
  const make = runtime(env, { client, keys: createKeys([secret]), mailer });
  const ctx = make({ kind: "staff", id: "stf_bench", roles: ["organiser"] }, "bench");
  await ctx.vault.prepare();

  return {
    ctx,
    sink,
    env,
    /** Brings people in as lists of the largest size. @returns the first list's id */
    async bringIn(from: number, to: number): Promise<string> {
      let first = "";
      for (let at = from; at < to; at += sheetLimits.rows) {
        const rows = Array.from(
          { length: Math.min(sheetLimits.rows, to - at) },
          (_, n) => `p${at + n}@example.com,人${at + n},示例`,
        );
        const bytes = new TextEncoder().encode(`email,name,organisation\n${rows.join("\n")}\n`);
        const { id } = await importContacts(ctx, { fileName: "list.csv", source: "性能测试名单", basis: "written", bytes });
        first ||= id;
      }
      return first;
    },
    /** Writes a notification, tests it and starts it. */
    async begin(importId?: string): Promise<{ campaignId: string; included: number }> {
      const { id: campaignId } = await createCampaign(ctx, {
        kind: "public-service",
        subject: { "zh-CN": "{{name}}，钛合金路演邀请", en: "{{name}}, a roadshow" },
        body: {
          "zh-CN": `{{name|朋友}}您好：\n\n${"西安光机所、西北工业大学与十二家企业将在现场介绍可以转化的专利。".repeat(12)}\n\n- 时间：下周五 14:00\n- 地点：高新区\n\n[查看活动](https://lingxi.example/activities/)`,
          en: "Dear {{name}},\n\nplease come.",
        },
        audience: { chains: [], ...(importId ? { importId } : {}) },
      });
      const { testId } = await testCampaign(ctx, { campaignId, version: 1, email: "me@lingxi.example" });
      const campaign = await getCampaign(ctx, { campaignId });
      await lint(ctx, campaign, testId, await makeMails(ctx, campaign, testId));
      const { counts } = await previewAudience(ctx, { campaignId });
      await sendCampaign(ctx, { campaignId, version: 2, expected: counts.included });
      return { campaignId, included: counts.included };
    },
    status: async (campaignId: string) => (await getCampaign(ctx, { campaignId })).status,
    /** Milliseconds that it takes to write one mail, as bytes. */
    async render(campaignId: string): Promise<number> {
      const campaign = await getCampaign(ctx, { campaignId });
      const letterTo = lettersOf(ctx, campaign, await madeMails(ctx, campaign));
      const one = (n: number) =>
        compose(
          mailer,
          letterTo({ person: `p${n}`, email: `p${n}@example.com`, name: `人${n}`, organisation: "示例", consents: [] }),
          { messageId: `<${n}@lingxi.example>`, date: ctx.now() },
        );
      for (let n = 0; n < 500; n++) await one(n);
      const before = process.cpuUsage();
      for (let n = 0; n < 2000; n++) await one(n);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / 2000;
    },
    async close() {
      client.destroy();
      sink.close();
      await table.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
type Desk = Awaited<ReturnType<typeof openDesk>>;

/** How long mails still went after the organiser was told that they do not, milliseconds; and how long it all took. */
async function pauseAndResume({ ctx, sink }: Desk, campaignId: string): Promise<{ late: number; took: number }> {
  const began = performance.now();
  const version = async () => (await getCampaign(ctx, { campaignId })).version;
  await pauseCampaign(ctx, { campaignId, version: await version() });
  const told = Date.now();
  await pause(3000);
  const { last } = await sink.counts();
  await resumeCampaign(ctx, { campaignId, version: await version() });
  return { late: Math.max(0, last - told), took: performance.now() - began };
}

/** Has those refuse whose turn is next, and those who are last. @returns the longest time from asking until no mail went any more, milliseconds */
async function refuseSome({ ctx, sink }: Desk, campaignId: string, total: number): Promise<number> {
  const { keys } = await sink.counts();
  const rows = async (from: number) => (await listRecipients(ctx, { campaignId, from: Math.max(0, from), limit: 20 })).items;
  const people = [...(await rows(keys + 40)), ...(await rows(total - 20))];
  const asked = await Promise.all(
    people.map(async ({ person }) => {
      const at = Date.now();
      await unsubscribe(ctx, { token: `${person}.${ctx.keys.digest("unsubscribe", person)}` });
      return { at, answered: Date.now(), key: `${campaignId}-${person}` };
    }),
  );
  await pause(5000);
  const taken = await sink.takenAt(asked.map(({ key }) => key));
  return Math.max(...asked.map(({ at, answered }, n) => Math.max(answered, taken[n] ?? 0) - at));
}

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const { values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      recipients: { type: "string", default: "100000" },
      latency: { type: "string", default: "20" },
      kill: { type: "boolean" },
    },
  });
  const recipients = Number(values.recipients);
  const some = Math.ceil(recipients / 10);
  const desk = await openDesk(Number(values.latency));
  const { ctx, sink, env } = desk;
  const startSender = () => startPart<Sender>("sender.ts", env);
  let feedback = startPart<Feedback>("feedback.ts", env);
  let sender = startSender();
  try {
    const brought = performance.now();
    const list = await desk.bringIn(0, some);
    const small = await desk.begin(list);
    await until(async () => (await desk.status(small.campaignId)) === "finished");
    await sender.end();
    const before = sender.last();
    const rest = performance.now();
    await desk.bringIn(some, recipients);
    if (recipients > some)
      yield {
        metric: "import-rate",
        value: rounded((recipients - some) / ((performance.now() - rest) / 1000), 0),
        unit: "contacts/s",
      };
    else yield { metric: "import-rate", value: rounded(some / ((performance.now() - brought) / 1000), 0), unit: "contacts/s" };
    await until(async () => (feedback.last()?.from ?? 0) >= small.included);
    await feedback.end();
    feedback = startPart<Feedback>("feedback.ts", { ...env, FROM: String(small.included) });

    sender = startSender();
    const big = await desk.begin();
    const began = performance.now();
    let [killed, away, late, refusal] = [0, 0, 0, 0];
    let paused = Boolean(values.kill);
    let refused = Boolean(values.kill);
    await until(async () => {
      const done = (await sink.counts()).keys - small.included;
      if (values.kill && done >= (killed + 1) * 1000 && done < big.included) {
        await sender.end("kill");
        killed++;
        sender = startSender();
      }
      if (!paused && done > big.included * 0.3) {
        paused = true;
        ({ late, took: away } = await pauseAndResume(desk, big.campaignId));
      }
      if (!refused && done > big.included * 0.5) {
        refused = true;
        refusal = await refuseSome(desk, big.campaignId, big.included);
      }
      return (await desk.status(big.campaignId)) === "finished";
    });
    const seconds = (performance.now() - began - away) / 1000;
    await until(async () => (feedback.last()?.from ?? 0) >= (await sink.counts()).mails);
    await Promise.all([sender.end(), feedback.end()]);
    const counts = await sink.counts();
    const { mails } = await campaignProgress(ctx, { campaignId: big.campaignId });
    const after = sender.last();
    const heard = feedback.last();
    const sent = big.included - mails.excluded;

    yield { metric: "recipients", value: big.included, unit: "people" };
    yield { metric: "rate", value: rounded(big.included / seconds), unit: "recipients/s" };
    yield { metric: "render", value: rounded(await desk.render(big.campaignId), 3), unit: "ms of processor", limit: "at most 1" };
    if (after && heard && before && !values.kill) {
      const per = (of: "reads" | "writes" | "writeUnits") => rounded((after[of] + heard[of]) / big.included, 3);
      yield { metric: "writes", value: per("writes"), unit: "items per recipient", limit: "at most 3" };
      yield { metric: "write-units", value: per("writeUnits"), unit: "per recipient" };
      yield { metric: "reads", value: per("reads"), unit: "calls per recipient" };
      const megabytes = ({ peak, idle }: Sender) => (peak - idle) / 1e6;
      yield { metric: "memory", value: rounded(megabytes(after)), unit: "MB above idle", limit: "at most 300" };
      yield {
        metric: "memory-growth-ratio",
        value: rounded(megabytes(after) / megabytes(before), 2),
        unit: "of a tenth of them",
      };
      yield { metric: "pause", value: late / 1000, unit: "s", limit: "at most 2" };
      yield { metric: "unsubscribe", value: refusal / 1000, unit: "s", limit: "at most 1" };
    }
    if (values.kill) yield { metric: "killed", value: killed, unit: "times" };
    yield { metric: "unsubscribed", value: mails.excluded, unit: "people" };
    yield { metric: "lost", value: sent - (counts.keys - small.included), unit: "mails", limit: "0" };
    yield { metric: "doubled", value: counts.doubled, unit: "mails", limit: "0" };
  } finally {
    await Promise.all([sender.end("kill"), feedback.end("kill")]);
    await desk.close();
  }
}

export const bench: Bench = {
  name: "outreach",
  about:
    "one notification to everybody on the embedded table, by the functions that send and that hear what became of a mail, through a transport that counts (--recipients 100000, --latency 20 milliseconds; --kill ends the sender the hard way every thousand)",
  measure,
};
