import { randomUUID } from "node:crypto";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";
import { errorFacts, type Log } from "@lingxi/core/platform/log";
import { unlogged } from "@lingxi/core/platform/sdk";
import { backoff, maxAttempts, pause } from "./backoff.ts";
import { region } from "./bus.ts";
import type { BuryLetter } from "./dead-letter.ts";
import type { Facts } from "./facts.ts";

type LambdaRecord = Readonly<Record<string, unknown>> & { readonly sequence: string };
export type StreamHandler = (
  event: { Records: object[] },
  context: object,
) => Promise<{ batchItemFailures?: readonly { itemIdentifier: string }[] } | undefined>;

export interface StreamReader {
  /** The number up to which everything was handed over. */
  position(): string;
  close(): Promise<void>;
}

const busy = 40;
const idle = 150;

/**
 * Reads the table's stream and hands each change to the relay as Lambda would: in order, at least once. The position moves only after the
 * handler took the batch; a batch that fails is halved until the one bad change is alone, which is retried and then kept as a dead letter.
 */
export function readStream(options: {
  /** Which of several readers it is. */
  name?: string;
  endpoint: string;
  arn: string;
  handler: StreamHandler;
  facts: Facts;
  bury: BuryLetter;
  log: Log;
  /** Leaves out what was written before, on a first reading: the sample data is published already and needs no mails. */
  fromNow?: boolean;
  /** How often one change is tried before it becomes a dead letter. */
  attempts?: number;
  /** Where the environment has none. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}): StreamReader {
  const { arn, handler, facts, bury, log, attempts = maxAttempts } = options;
  const client = unlogged(
    new DynamoDBStreamsClient({
      endpoint: options.endpoint,
      region,
      ...(options.credentials ? { credentials: options.credentials } : {}),
    }),
  );
  const stopping = new AbortController();
  const { name = "relay" } = options;
  const fact = name === "relay" ? `stream ${arn}` : `stream ${name} ${arn}`;
  let position = facts.get(fact) ?? "";

  const reached = (sequence: string) => {
    position = sequence;
    facts.set(fact, sequence);
  };

  async function handOver(records: readonly LambdaRecord[]): Promise<void> {
    for (let failures = 0, rest = records; rest.length && !stopping.signal.aborted; ) {
      const { taken, error } = await attempt(rest);
      if (taken) reached(rest[taken - 1]?.sequence ?? position);
      rest = rest.slice(taken);
      if (!rest.length) return;
      if (rest.length > 1) {
        const half = Math.ceil(rest.length / 2);
        await handOver(rest.slice(0, half));
        rest = rest.slice(half);
        continue;
      }
      failures = taken ? 1 : failures + 1;
      const [record] = rest;
      log.error("a reader of the stream failed on a change", {
        reader: name,
        sequence: record?.sequence,
        failures,
        ...errorFacts(error),
      });
      if (failures < attempts) {
        await pause(backoff(failures), stopping.signal);
        continue;
      }
      await bury({
        queue: name,
        id: `${record?.sequence}`,
        body: JSON.stringify(record),
        attempts: failures,
        why: error instanceof Error ? error.name : "error",
      });
      reached(record?.sequence ?? position);
      return;
    }
  }

  /** How many of the records were taken, from the first one on. */
  async function attempt(records: readonly LambdaRecord[]): Promise<{ taken: number; error?: unknown }> {
    try {
      const answer = await handler(
        { Records: records.map(({ sequence: _, ...record }) => ({ ...record, eventSourceARN: arn })) },
        { functionName: name, awsRequestId: randomUUID() },
      );
      const failed = new Set(answer?.batchItemFailures?.map((failure) => failure.itemIdentifier));
      const first = records.findIndex((record) => failed.has(record.sequence));
      return first < 0 ? { taken: records.length } : { taken: first, error: new Error("BatchItemFailure") };
    } catch (error) {
      return { taken: 0, error };
    }
  }

  async function openIterator(): Promise<string> {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    const ShardId = StreamDescription?.Shards?.at(-1)?.ShardId;
    if (!ShardId) return "";
    const from = position
      ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER" as const, SequenceNumber: position }
      : { ShardIteratorType: options.fromNow ? ("LATEST" as const) : ("TRIM_HORIZON" as const) };
    return (await client.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId, ...from }))).ShardIterator ?? "";
  }

  async function run(): Promise<void> {
    let iterator = "";
    for (let quiet = 0; !stopping.signal.aborted; ) {
      try {
        iterator ||= await openIterator();
        if (iterator) {
          const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 100 }), {
            abortSignal: stopping.signal,
          });
          const records = (answer.Records ?? []).map(toLambda);
          await handOver(records);
          iterator = answer.NextShardIterator ?? "";
          quiet = records.length ? 0 : quiet + 1;
          if (records.length === 100) continue;
        }
        await pause(quiet < 25 ? busy : idle, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.error("the table's stream could not be read", errorFacts(error));
        iterator = "";
        await pause(1000, stopping.signal);
      }
    }
  }

  const running = run();
  return {
    position: () => position,
    async close() {
      stopping.abort();
      await Promise.race([running, pause(1500)]);
      client.destroy();
    },
  };
}

/** As Lambda gets it: the time as seconds since 1970. */
function toLambda(record: StreamRecord): LambdaRecord {
  const { ApproximateCreationDateTime: at, ...change } = record.dynamodb ?? {};
  return {
    sequence: change.SequenceNumber ?? "",
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: "aws:dynamodb",
    awsRegion: region,
    dynamodb: { ...change, ...(at ? { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) } : {}) },
  };
}
