// Fills a table with so many public things, in a process of its own, so that what it takes is not counted as the publisher's. Writes which they
// are to a file.
import { writeFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createKeys } from "@lingxi/core/platform/keys";
import { runtime } from "@lingxi/core/platform/runtime";
import { tableName } from "../../../packages/local/src/table.ts";
import { drawFrom, seed } from "./content.ts";

const { TABLE_ENDPOINT = "", SIZE = "100", THINGS = "" } = process.env;
const client = new DynamoDBClient({
  endpoint: TABLE_ENDPOINT,
  region: "cn-northwest-1",
  credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
});
const made = runtime(
  { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: "bench" },
  { client, keys: createKeys(["bench"]) },
);
const things = await seed(made({ kind: "system", name: "bench" }, "seed"), Number(SIZE), drawFrom(7));
writeFileSync(THINGS, JSON.stringify(things));
client.destroy();
