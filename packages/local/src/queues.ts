import { createHash, randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { errorFacts, type Log } from "@lingxi/core/platform/log";
import { backoff, maxAttempts, pause } from "./backoff.ts";
import { account, type Envelope, region } from "./bus.ts";
import type { BuryLetter } from "./dead-letter.ts";

/** A message as Lambda gets it from SQS. */
interface SqsRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, never>>;
  readonly md5OfBody: string;
  readonly eventSource: "aws:sqs";
  readonly eventSourceARN: string;
  readonly awsRegion: string;
}

export type QueueHandler = (
  event: { Records: SqsRecord[] },
  context: object,
) => Promise<{ batchItemFailures?: readonly { itemIdentifier: string }[] } | undefined>;

/** Which events a reaction wants, as the rule in the cloud says it. */
export interface Subscription {
  readonly events: readonly string[];
  readonly source?: string | undefined;
}

export interface Subscriber extends Subscription {
  readonly name: string;
  readonly handler: QueueHandler;
}

export interface Queues {
  /** Keeps the events for their subscribers, durably, before it returns. */
  publish(events: readonly Envelope[]): void;
  /**
   * Begins. What the transport had said of its mails before the last end is heard first: a mail whose answer was lost with the process
   * would else be taken for one that was never sent.
   */
  start(): Promise<void>;
  /** How many messages wait or are in hand. */
  waiting(): number;
  close(): Promise<void>;
}

interface Row {
  id: number;
  message_id: string;
  body: string;
  attempts: number;
  sent_at: number;
}

const batchSize = 10;
const timeLimit = 60_000;
/** How long a start waits for feedback that cannot be taken in. */
const patience = 5000;

/** One durable queue a subscriber: at least once, in batches of up to ten, retried with backoff, dead letters after twelve attempts. */
export function openQueues(db: DatabaseSync, subscribers: readonly Subscriber[], bury: BuryLetter, log: Log): Queues {
  const insert = db.prepare("insert into queue (subscriber, message_id, body, sent_at, due) values (?, ?, ?, ?, ?)");
  const due = db.prepare(
    "select id, message_id, body, attempts, sent_at from queue where subscriber = ? and due <= ? order by due, id limit ?",
  );
  const next = db.prepare("select min(due) due from queue where subscriber = ?");
  const newest = db.prepare("select max(id) last from queue");
  const upTo = db.prepare("select count(*) n from queue where subscriber = ? and id <= ?");
  const remove = db.prepare("delete from queue where id = ?");
  const postpone = db.prepare("update queue set attempts = ?, due = ? where id = ?");
  const stopping = new AbortController();
  const wakers = new Map<string, () => void>();
  const workers: Promise<void>[] = [];

  async function work(subscriber: Subscriber): Promise<void> {
    while (!stopping.signal.aborted) {
      const rows = due.all(subscriber.name, Date.now(), batchSize) as unknown as Row[];
      if (rows.length) await handOver(subscriber, rows);
      else await sleepUntil((next.get(subscriber.name)?.due as number | null) ?? undefined, subscriber.name);
    }
  }

  async function sleepUntil(at: number | undefined, name: string): Promise<void> {
    const woken = new AbortController();
    wakers.set(name, () => woken.abort());
    await pause(at === undefined ? 60_000 : Math.max(1, at - Date.now()), AbortSignal.any([woken.signal, stopping.signal]));
  }

  async function handOver(subscriber: Subscriber, rows: readonly Row[]): Promise<void> {
    let failed: ReadonlySet<string>;
    let why = "BatchItemFailure";
    try {
      const answer = await withLimit(
        subscriber.handler(
          { Records: rows.map((row) => toRecord(subscriber.name, row)) },
          { functionName: subscriber.name, awsRequestId: randomUUID() },
        ),
      );
      failed = new Set(answer?.batchItemFailures?.map((failure) => failure.itemIdentifier));
    } catch (error) {
      failed = new Set(rows.map((row) => row.message_id));
      why = error instanceof Error ? error.name : "error";
      log.error("a reaction failed", { subscriber: subscriber.name, messages: rows.length, ...errorFacts(error) });
    }
    const done = rows.filter((row) => !failed.has(row.message_id));
    const dead = rows.filter((row) => failed.has(row.message_id) && row.attempts + 1 >= maxAttempts);
    for (const row of dead) {
      await bury({ queue: subscriber.name, id: row.message_id, body: row.body, attempts: row.attempts + 1, why });
      log.error("a message became a dead letter", { subscriber: subscriber.name, messageId: row.message_id, why });
    }
    together(db, () => {
      for (const row of [...done, ...dead]) remove.run(row.id);
      for (const row of rows)
        if (failed.has(row.message_id) && !dead.includes(row))
          postpone.run(row.attempts + 1, Math.ceil(Date.now() + backoff(row.attempts + 1)), row.id);
    });
  }

  const begin = (some: readonly Subscriber[]) => {
    for (const subscriber of some)
      workers.push(
        (async () => {
          while (!stopping.signal.aborted)
            await work(subscriber).catch(async (error: unknown) => {
              log.error("a queue stumbled", { subscriber: subscriber.name, ...errorFacts(error) });
              await pause(1000, stopping.signal);
            });
        })(),
      );
  };

  return {
    publish(events) {
      const now = Date.now();
      const deliveries = events.flatMap((event) =>
        subscribers.filter((subscriber) => wants(subscriber, event)).map((subscriber) => ({ subscriber, event })),
      );
      if (!deliveries.length) return;
      together(db, () => {
        for (const { subscriber, event } of deliveries)
          insert.run(subscriber.name, randomUUID(), JSON.stringify(event), now, now);
      });
      for (const { subscriber } of deliveries) wakers.get(subscriber.name)?.();
    },
    async start() {
      const feedback = subscribers.filter(({ source }) => source === "aws.ses");
      begin(feedback);
      const { last } = newest.get() as { last: number | null };
      const unheard = () => feedback.some(({ name }) => Number(upTo.get(name, last ?? 0)?.n) > 0);
      for (const until = Date.now() + patience; unheard() && Date.now() < until; ) await pause(20, stopping.signal);
      begin(subscribers.filter((subscriber) => !feedback.includes(subscriber)));
    },
    waiting: () => Number(db.prepare("select count(*) n from queue").get()?.n),
    async close() {
      stopping.abort();
      await Promise.race([Promise.all(workers), pause(1500)]);
    },
  };
}

const wants = (subscription: Subscription, event: Envelope) =>
  subscription.events.includes(event["detail-type"]) &&
  (subscription.source === undefined || subscription.source === event.source);

/** Runs the work in one transaction; inside another one it joins that. */
export function together(db: DatabaseSync, work: () => void): void {
  if (db.isTransaction) {
    work();
    return;
  }
  db.exec("begin immediate");
  try {
    work();
    db.exec("commit");
  } catch (error) {
    db.exec("rollback");
    throw error;
  }
}

async function withLimit<T>(running: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer in ${timeLimit} ms`)), timeLimit);
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

const toRecord = (queue: string, row: Row): SqsRecord => ({
  messageId: row.message_id,
  receiptHandle: `${row.message_id}#${row.attempts}`,
  body: row.body,
  attributes: {
    ApproximateReceiveCount: String(row.attempts + 1),
    SentTimestamp: String(row.sent_at),
    SenderId: account,
    ApproximateFirstReceiveTimestamp: String(row.sent_at),
  },
  messageAttributes: {},
  md5OfBody: createHash("md5").update(row.body).digest("hex"),
  eventSource: "aws:sqs",
  eventSourceARN: `arn:aws-cn:sqs:${region}:${account}:${queue}`,
  awsRegion: region,
});
