import { appendTrail, signingKey } from "@lingxi/core/audit/reactions";
import { envNames, required } from "@lingxi/core/platform/env";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { eventsOf } from "./catalog.ts";
import { changeOf, nameOf } from "./stream-record.ts";

const runtime = lazyRuntime(process.env);

/** Table stream → audit trail. A failure here is delivered again by the stream; what is in the chain already is left out. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<void> {
  const told = Records.map((record) => {
    const change = changeOf(record);
    const at = new Date((record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
    return { ...change, event: nameOf(record), at, events: eventsOf(change).map(({ name }) => name) };
  });
  const [secret = ""] = required(process.env, envNames.auditKeys).split(",");
  const makeCtx = await runtime();
  await appendTrail(makeCtx({ kind: "system", name: "trail" }, "stream"), told, signingKey(secret));
}
