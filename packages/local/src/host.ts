import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { Ctx } from "@lingxi/core/platform/context";
import { envNames } from "@lingxi/core/platform/env";
import { errorFacts, jsonLog, type Log } from "@lingxi/core/platform/log";
import { unlogged } from "@lingxi/core/platform/sdk";
import { dynamoClient } from "@lingxi/core/platform/table";
import { startBus } from "./bus.ts";
import { startClock } from "./clock.ts";
import { hostContext } from "./context.ts";
import { openDataFolder, readSecrets } from "./data-folder.ts";
import { buryInTable } from "./dead-letter.ts";
import { startDynoxide } from "./dynoxide.ts";
import { applyEnvironment, handlerEnvironment } from "./environment.ts";
import { type Facts, facts as openFacts } from "./facts.ts";
import { startGateway } from "./gateway.ts";
import { siteFiles } from "./gateway-files.ts";
import { type HandlerPaths, loadHandlers, ownHandlers, readSubscriptions, root } from "./handlers.ts";
import { startInbox } from "./inbox.ts";
import { buckets, startObjects } from "./objects.ts";
import { openQueues, type QueueHandler } from "./queues.ts";
import { tellOperators } from "./running.ts";
import type { Settings } from "./settings.ts";
import { readStream } from "./stream.ts";
import { ensureTable, tableName, trimStream } from "./table.ts";

export interface HostOptions {
  readonly settings: Settings;
  readonly handlers?: HandlerPaths;
  /** The site's build as a renderer. */
  readonly renderer?: string;
  readonly log?: Log;
  /** What has to be done before the first request: assets, samples, publishing. Answers whether what it wrote is told already. */
  readonly prepare: (parts: { ctx: Ctx; facts: Facts; s3: S3Client }) => Promise<boolean>;
  /** The table's process ended by itself. */
  readonly onTableLost?: () => void;
}

export interface Host {
  readonly origin: string;
  readonly inbox: string;
  /** Finishes what is in hand, stops all parts; everything acknowledged is kept. */
  close(): Promise<void>;
}

const hour = 3_600_000;

/** Starts everything in this process, the parts that only keep data first, the ones that act last. @throws Refusal */
export async function startHost(options: HostOptions): Promise<Host> {
  const { settings, log = jsonLog() } = options;
  const paths = options.handlers ?? ownHandlers;
  const closers: (() => Promise<void> | void)[] = [];
  const opened = <T extends { close(): Promise<void> | void }>(part: T): T => {
    closers.unshift(() => part.close());
    return part;
  };
  const closeAll = async () => {
    for (const close of closers.splice(0)) await close();
  };

  try {
    const gateway = await startGateway({ port: settings.port, host: settings.host, log });
    closers.unshift(() => gateway.close());
    const folder = opened(openDataFolder(settings.dataDir));
    const facts = openFacts(folder.db);
    const file = join(folder.path, "table.db");
    const dynoxide = settings.tableEndpoint
      ? undefined
      : opened(await startDynoxide(file, { onExit: () => options.onTableLost?.() }));
    const table = settings.tableEndpoint ?? dynoxide?.endpoint ?? "";
    const objects = opened(await startObjects(join(folder.path, "objects")));

    const subscriptions = await readSubscriptions(paths);
    const reactions = new Map<string, QueueHandler>();
    const subscribers = Object.entries(subscriptions).map(([name, wanted]) => ({
      ...wanted,
      name,
      handler: ((event, context) =>
        reactions.get(name)?.(event, context) ?? Promise.reject(new Error(`${name} is not loaded`))) as QueueHandler,
    }));
    // The client is made once the environment is there; a letter is buried only after that.
    let client: DynamoDBClient | undefined;
    const bury = async (letter: Parameters<ReturnType<typeof buryInTable>>[0]) =>
      client && buryInTable(client, tableName)(letter);
    const queues = openQueues(folder.db, subscribers, bury, log);
    const bus = opened(await startBus(queues));
    const inbox = opened(await startInbox({ db: folder.db, publish: queues.publish, port: gateway.port + 1, log }));

    const origin = process.env.SITE_ORIGIN ?? `http://localhost:${gateway.port}`;
    const renderer = options.renderer ?? join(root, "site/dist/server/entry.mjs");
    const endpoints = { table, objects: objects.endpoint, mail: inbox.endpoint, bus: bus.endpoint };
    closers.unshift(tellOperators(folder.path, { origin, table, objects: objects.endpoint }));
    const secrets = readSecrets(folder.path, "secrets");
    const masterKeys = process.env[envNames.masterKeys] ?? readSecrets(folder.path, "master-key");
    const auditKeys = process.env[envNames.auditKeys] ?? readSecrets(folder.path, "audit-key");
    applyEnvironment(handlerEnvironment({ endpoints, origin, secrets, masterKeys, auditKeys, renderer }));
    client = dynamoClient();
    const arn = await ensureTable(client, tableName, dynoxide?.file);
    const s3 = unlogged(new S3Client({ forcePathStyle: true }));
    const handlers = await loadHandlers(paths, subscriptions);
    for (const { name, handler } of handlers.subscribers) reactions.set(name, handler);

    const ctx = hostContext(process.env);
    await ctx.vault.prepare();
    const fromNow = await options.prepare({ ctx, facts, s3 });

    await opened(queues).start();
    const stream = opened(readStream({ endpoint: table, arn, handler: handlers.relay, facts, bury, log, fromNow }));
    // The trail hears of everything, of the sample data too.
    const trail = opened(readStream({ name: "trail", endpoint: table, arn, handler: handlers.trail, facts, bury, log }));
    opened(startClock(handlers.jobs, log));
    if (dynoxide) {
      const trim = setInterval(() => {
        try {
          const [consumed = ""] = [stream, trail].map((reader) => reader.position() || "0").sort((a, b) => Number(a) - Number(b));
          trimStream(dynoxide.file, tableName, consumed, new Date());
        } catch (error) {
          log.error("the table's stream could not be trimmed", errorFacts(error));
        }
      }, hour);
      closers.unshift(() => clearInterval(trim));
    }
    gateway.open({ http: handlers.http, files: siteFiles(s3, buckets.site), inbox: inbox.endpoint });
    return {
      origin,
      inbox: inbox.endpoint,
      async close() {
        await gateway.close();
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
