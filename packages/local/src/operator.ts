import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { Ctx } from "@lingxi/core/platform/context";
import { envNames } from "@lingxi/core/platform/env";
import { createKeys } from "@lingxi/core/platform/keys";
import { liveRenderer } from "@lingxi/core/platform/live-render";
import { s3Objects } from "@lingxi/core/platform/objects-s3";
import { runtime } from "@lingxi/core/platform/runtime";
import { region } from "./bus.ts";
import { type DataFolder, openDataFolder, readSecrets } from "./data-folder.ts";
import { startDynoxide } from "./dynoxide.ts";
import { facts } from "./facts.ts";
import { buckets, startObjects } from "./objects.ts";
import { Refusal } from "./refusal.ts";
import { forgetRunning, type Running, whatRuns } from "./running.ts";
import { tableName } from "./table.ts";

/** What an operator's command works on. */
export interface Operator {
  readonly ctx: Ctx;
  readonly s3: S3Client;
  readonly siteBucket: string;
  /** What the head of the audit trail is signed with, where the operator has it. */
  readonly auditKeys: string | undefined;
  close(): Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;
interface Place {
  readonly table: string;
  readonly origin: string;
  readonly buckets: { readonly site: string; readonly private: string };
}

const cloud = [
  envNames.table,
  envNames.siteBucket,
  envNames.privateBucket,
  envNames.origin,
  envNames.keyTable,
  envNames.masterKeys,
] as const;

/**
 * A deployment where the environment names its table, buckets and address as it does for the functions, with the shell's credentials; else the
 * embedded default in `DATA_DIR`, whether it runs or not. @throws Refusal
 */
export async function openOperator(env: Env): Promise<Operator> {
  if (!env[envNames.table]) return openEmbedded(env);
  const missing = cloud.filter((name) => !env[name]);
  if (missing.length)
    throw new Refusal(
      `还缺环境变量 ${missing.join("、")}：它们的值在部署的输出里，${envNames.masterKeys} 是密钥 lingxi/<stage>/master-keys 的内容。`,
      `The environment lacks ${missing.join(", ")}: their values are in the outputs of the deployment, that of ${envNames.masterKeys} in the secret lingxi/<stage>/master-keys.`,
    );
  const [table = "", site = "", secluded = "", origin = ""] = cloud.map((name) => env[name]);
  const s3 = new S3Client({ forcePathStyle: env[envNames.objectsPathStyle] === "1" });
  const place = { table, origin, buckets: { site, private: secluded } };
  return operator(place, new DynamoDBClient({}), s3, async () => undefined, env);
}

async function openEmbedded(env: Env): Promise<Operator> {
  const folder = resolve(env.DATA_DIR || ".data");
  if (!existsSync(join(folder, "host.db")))
    throw new Refusal(
      `${folder} 里没有数据：请先运行一次 npm start，或用 DATA_DIR 指定它的数据文件夹。`,
      `There is no data in ${folder}: run npm start once first, or name its data folder in DATA_DIR.`,
    );
  const { running, close } = await partsOf(folder, env);
  // What the embedded object store accepts; the table takes any.
  const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  const client = new DynamoDBClient({ endpoint: running.table, region, credentials });
  const s3 = new S3Client({
    endpoint: running.objects,
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const masterKeys = env[envNames.masterKeys] ?? readSecrets(folder, "master-key");
  const auditKeys = env[envNames.auditKeys] ?? readSecrets(folder, "audit-key");
  const keys = { [envNames.masterKeys]: masterKeys, [envNames.auditKeys]: auditKeys };
  return operator({ table: tableName, origin: running.origin, buckets }, client, s3, close, keys);
}

/** The parts of the host that runs on the folder; where none does, its own, for as long as the command takes. */
async function partsOf(path: string, env: Env): Promise<{ running: Running; close(): Promise<void> }> {
  let folder: DataFolder;
  try {
    folder = openDataFolder(path);
  } catch (error) {
    const running = whatRuns(path);
    if (!running) throw error;
    return { running, close: async () => undefined };
  }
  // What a killed host said does not hold any more.
  forgetRunning(path);
  const objects = await startObjects(join(path, "objects"));
  const dynoxide = env.DYNAMODB_ENDPOINT ? undefined : await startDynoxide(join(path, "table.db"));
  const [origin = ""] = (facts(folder.db).get("published") ?? "http://localhost:4321").split(" ");
  return {
    running: { origin, table: env.DYNAMODB_ENDPOINT ?? dynoxide?.endpoint ?? "", objects: objects.endpoint },
    async close() {
      await dynoxide?.close();
      await objects.close();
      folder.close();
    },
  };
}

/** @param keys the settings by which personal data are opened, for the pages that show somebody */
function operator(place: Place, client: DynamoDBClient, s3: S3Client, close: () => Promise<void>, keys: Env): Operator {
  const { [envNames.masterKeys]: masterKeys, [envNames.keyTable]: keyTable } = keys;
  const make = runtime(
    {
      [envNames.masterKeys]: masterKeys,
      [envNames.keyTable]: keyTable,
      [envNames.table]: place.table,
      [envNames.origin]: place.origin,
    },
    {
      client,
      keys: createKeys(["publishing needs none"]),
      objects: s3Objects(s3, place.buckets),
      render: liveRenderer(undefined),
    },
  );
  return {
    ctx: make({ kind: "system", name: "operator" }, "site"),
    s3,
    siteBucket: place.buckets.site,
    auditKeys: keys[envNames.auditKeys],
    async close() {
      client.destroy();
      s3.destroy();
      await close();
    },
  };
}
