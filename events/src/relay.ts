import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { envNames, required } from "@lingxi/core/platform/env";
import { unlogged } from "@lingxi/core/platform/sdk";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { eventsOf } from "./catalog.ts";
import { changeOf, nameOf } from "./stream-record.ts";

let client: EventBridgeClient | undefined;

/** Table stream → domain events → bus. The committed change is the outbox: a failure here is delivered again by the stream. */
export async function handler(event: DynamoDBStreamEvent): Promise<void> {
  const entries = event.Records.flatMap(entriesOf);
  client ??= unlogged(new EventBridgeClient({}));
  for (let i = 0; i < entries.length; i += 10) {
    const answer = await client.send(new PutEventsCommand({ Entries: entries.slice(i, i + 10) }));
    if (answer.FailedEntryCount)
      throw new Error(
        `the bus refused ${answer.FailedEntryCount} events: ${answer.Entries?.find((e) => e.ErrorCode)?.ErrorCode}`,
      );
  }
}

function entriesOf(record: DynamoDBRecord): PutEventsRequestEntry[] {
  const { before, after } = changeOf(record);
  const id = nameOf(record);
  return eventsOf({ before, after }).map(({ name, data }, n) => ({
    EventBusName: required(process.env, envNames.bus),
    Source: "lingxi",
    DetailType: name,
    Detail: JSON.stringify({
      id: n ? `${id}-${n}` : id,
      time: after?.updatedAt,
      requestId: after?.requestId,
      actor: after?.updatedBy,
      data,
    }),
  }));
}
