import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createActivity, publishActivity, ticketCode } from "@lingxi/core/activity";
import { createKeys } from "@lingxi/core/platform/keys";
import { runtime } from "@lingxi/core/platform/runtime";
import type { Page } from "playwright-core";
import { Registration, Seats } from "../../packages/core/src/activity/entity.ts";
import { readSecrets } from "../../packages/local/src/data-folder.ts";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { freePort } from "../../packages/local/src/free-port.ts";
import { ensureTable, tableName, trimStream } from "../../packages/local/src/table.ts";
import { openBrowser } from "../support/browser.ts";
import { startHostProcess } from "../support/host.ts";
import { fromArgs, people } from "./checkin-people.ts";
import { followPrintedLink } from "./printed-link.ts";
import type { Bench, Figure } from "./run.ts";

/** So many are written at once. */
const together = 25;

/** Fills a data folder with an activity and its tickets, as if they had registered long ago. @returns the activity, and codes of some */
async function fill(dataDir: string, tickets: number, scanned: number): Promise<{ activityId: string; codes: string[] }> {
  const table = await startDynoxide(join(dataDir, "table.db"));
  const client = new DynamoDBClient({
    endpoint: table.endpoint,
    region: "cn-northwest-1",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  try {
    await ensureTable(client, tableName, table.file);
    const keys = createKeys([readSecrets(dataDir, "secrets")]);
    const settings = {
      TABLE_NAME: tableName,
      SITE_ORIGIN: "https://lingxi.example",
      MASTER_KEYS: readSecrets(dataDir, "master-key"),
    };
    const ctx = runtime(settings, { client, keys })({ kind: "system", name: "bench" }, "bench");
    await ctx.vault.prepare();
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const text = { "zh-CN": "二万五千人大会" };
    const { id: activityId } = await createActivity(ctx, {
      kind: "roadshow",
      title: text,
      summary: text,
      description: text,
      venue: text,
      chains: [],
      startsAt: at(1),
      endsAt: at(5),
      registrationClosesAt: at(1),
      capacity: tickets,
    });
    await publishActivity(ctx, { activityId, version: 1 });
    const codes: string[] = [];
    for (let n = 0; n < tickets; n += together) {
      const records = people(ctx, activityId, n, Math.min(together, tickets - n));
      for (const record of records) if (codes.length < scanned) codes.push(ticketCode(ctx, record));
      await ctx.table.write(
        records.map((record) => Registration.create(ctx, record)),
        ctx.newId("tok").slice(4),
      );
    }
    const taken = { values: { ":taken": tickets } };
    await ctx.table.write([Seats.update(ctx, { activityId }, "SET #taken = :taken", taken)], "");
    // Nobody is to be written to.
    trimStream(table.file, tableName, "9".repeat(30), new Date(Date.now() + 3 * 86_400_000));
    return { activityId, codes };
  } finally {
    client.destroy();
    await table.close();
  }
}

/** Opens the door and waits until its list is on the device. @returns seconds */
async function load(page: Page, address: string): Promise<number> {
  const began = performance.now();
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator(".door-kept").waitFor({ timeout: 300_000 });
  return (performance.now() - began) / 1000;
}

/** Reads codes one after the other as a hand-held scanner types them. @returns milliseconds from the last key to the answer on the screen, of each */
const scanAll = (page: Page, codes: readonly string[]): Promise<number[]> =>
  page.evaluate(async (all) => {
    const times: number[] = [];
    for (const code of all) {
      const before = document.querySelector(".door-answer");
      const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      for (const key of code) press(key);
      const began = performance.now();
      press("Enter");
      while (document.querySelector(".door-answer") === before) await new Promise((done) => requestAnimationFrame(done));
      times.push(performance.now() - began);
    }
    return times;
  }, codes);

const quantile = (times: readonly number[], q: number) => [...times].sort((a, b) => a - b)[Math.floor(times.length * q)] ?? 0;

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const tickets = fromArgs(args, "tickets", 25_000);
  const scanned = Math.min(fromArgs(args, "scans", 500), Math.floor(tickets / 2));
  const dataDir = mkdtempSync(join(tmpdir(), "lingxi-bench-door-"));
  const { activityId, codes } = await fill(dataDir, tickets, scanned * 2);
  const port = await freePort();
  const host = await startHostProcess({ dataDir, port, env: { SITE_ORIGIN: `http://localhost:${port}` } });
  const origin = `http://localhost:${port}`;
  const browser = await openBrowser(["--enable-precise-memory-info"]);
  try {
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 390, height: 844 } });
    const page = await followPrintedLink(context, origin, host);
    const devtools = await context.newCDPSession(page);
    const lists = new Set<string>();
    let bytes = 0;
    devtools.on("Network.responseReceived", ({ requestId, response }) => {
      if (response.url.includes("/tickets")) lists.add(requestId);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (lists.has(requestId)) bytes += encodedDataLength;
    });
    await devtools.send("Network.enable");
    const address = `${origin}/door/#${activityId}`;
    yield { metric: "load", value: await load(page, address), unit: `s until ${tickets} tickets are on the device` };
    yield { metric: "bytes", value: bytes, unit: "B of tickets on the wire" };
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.enable").then(() => devtools.send("Performance.getMetrics"));
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
    yield { metric: "memory", value: heap / 1e6, unit: "MB of script memory" };

    const online = await scanAll(page, codes.slice(0, scanned));
    yield {
      metric: "answer.online.p95",
      value: quantile(online, 0.95),
      unit: "ms until the answer stands, the server asked",
      limit: "below 1,000",
    };
    await context.setOffline(true);
    await page.reload();
    const began = performance.now();
    await page.locator(".door-answer").waitFor();
    yield {
      metric: "load.offline",
      value: (performance.now() - began) / 1000,
      unit: "s until the page answers without a network",
    };
    const start = performance.now();
    const offline = await scanAll(page, codes.slice(scanned));
    yield {
      metric: "answer.offline.p95",
      value: quantile(offline, 0.95),
      unit: "ms until the answer stands, without a network",
      limit: "below 1,000",
    };
    yield {
      metric: "scans",
      value: offline.length / ((performance.now() - start) / 1000),
      unit: "scans/s on one device without a network",
    };
    const sent = performance.now();
    await context.setOffline(false);
    await page.waitForFunction(() => !/待同步/.test(document.querySelector(".door-head")?.textContent ?? ""), undefined, {
      timeout: 120_000,
    });
    yield {
      metric: "sync",
      value: offline.length / ((performance.now() - sent) / 1000),
      unit: "scans/s sent once the network is back",
    };
    const entered = await page.evaluate(
      (id) => fetch(`/api/door/${id}`).then(async (answer) => ((await answer.json()) as { entered: number }).entered),
      activityId,
    );
    yield { metric: "entered", value: entered, unit: `of ${codes.length} scanned`, limit: `${codes.length}` };
  } finally {
    await browser.close();
    await host.remove();
  }
}

export const bench: Bench = {
  name: "checkin",
  about:
    "the check-in page on the embedded default in Chromium: 25,000 tickets loaded, then scanned as a hand-held scanner types them, with the network and without (--tickets N, --scans N)",
  measure,
};
