import type { Ctx } from "@lingxi/core/platform/context";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { errorFacts } from "@lingxi/core/platform/log";
import { lazyRuntime, type Parts } from "@lingxi/core/platform/runtime";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

type PartsOf = () => Promise<Omit<Parts, "client" | "keys">>;

/** Makes a Lambda handler of a reaction: one queue message is one event from the bus; what fails is delivered again, the rest is not. */
export const subscriber = (
  name: string,
  react: (ctx: Ctx, event: DomainEvent) => Promise<unknown>,
  parts: PartsOf = async () => ({}),
) =>
  batchSubscriber(
    name,
    async (ctx, [event]) => {
      if (event) await react(ctx, event);
    },
    parts,
    1,
  );

/**
 * The same for a reaction to which many events cost little more than one: it gets those of a batch together, and one by one when that
 * fails, so that one event that cannot be dealt with does not keep the others.
 */
export function batchSubscriber(
  name: string,
  react: (ctx: Ctx, events: readonly DomainEvent[]) => Promise<unknown>,
  parts: PartsOf,
  atOnce = Number.POSITIVE_INFINITY,
) {
  const runtime = lazyRuntime(process.env, parts);

  return async (batch: SQSEvent): Promise<SQSBatchResponse> => {
    const makeCtx = await runtime();
    const attempt = async (records: readonly Message[]): Promise<string[]> => {
      const [first] = records;
      if (!first) return [];
      const { event, messageId } = first;
      const ctx = makeCtx({ kind: "system", name }, event.requestId || messageId);
      try {
        await react(
          ctx,
          records.map((record) => record.event),
        );
        return [];
      } catch (error) {
        const facts = { reaction: name, event: event.name, eventId: event.id, events: records.length, ...errorFacts(error) };
        ctx.log.error("reaction failed", facts);
        return records.length > 1 ? oneByOne(records) : [messageId];
      }
    };
    const oneByOne = async (records: readonly Message[]) => {
      const failed: string[] = [];
      for (const record of records) failed.push(...(await attempt([record])));
      return failed;
    };
    const messages = batch.Records.map(({ body, messageId }) => ({ messageId, event: toEvent(JSON.parse(body)) }));
    const failed = messages.length > atOnce ? await oneByOne(messages) : await attempt(messages);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

interface Message {
  readonly messageId: string;
  readonly event: DomainEvent;
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
