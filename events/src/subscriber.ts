import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Ctx } from "@lingxi/core/platform/context";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { errorFacts } from "@lingxi/core/platform/log";
import { keysFrom, type Parts, runtime } from "@lingxi/core/platform/runtime";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

/** Makes a Lambda handler of a reaction: one queue message is one event from the bus; what fails is delivered again, the rest is not. */
export function subscriber(
  name: string,
  react: (ctx: Ctx, event: DomainEvent) => Promise<unknown>,
  parts: () => Promise<Omit<Parts, "client" | "keys">> = async () => ({}),
) {
  let made: Promise<ReturnType<typeof runtime>> | undefined;
  const start = async () =>
    runtime(process.env, { client: new DynamoDBClient({}), keys: keysFrom(process.env), ...(await parts()) });

  return async (batch: SQSEvent): Promise<SQSBatchResponse> => {
    made ??= start();
    const makeCtx = await made;
    const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
    for (const { body, messageId } of batch.Records) {
      const event = toEvent(JSON.parse(body));
      const ctx = makeCtx({ kind: "system", name }, event.requestId || messageId);
      try {
        await react(ctx, event);
      } catch (error) {
        ctx.log.error("reaction failed", { reaction: name, event: event.name, eventId: event.id, ...errorFacts(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}

interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  readonly "detail-type": string;
  readonly detail: Record<string, unknown>;
}

/** Our own events carry their envelope in `detail`; those of AWS services are the detail. */
function toEvent(envelope: Envelope): DomainEvent {
  const { detail } = envelope;
  const name = envelope["detail-type"];
  if (envelope.source !== "lingxi")
    return { id: envelope.id, name, time: envelope.time, requestId: "", actor: envelope.source, data: detail };
  const { id, time, requestId, actor, data } = detail as unknown as Omit<DomainEvent, "name">;
  return { id, name, time, requestId, actor, data };
}
