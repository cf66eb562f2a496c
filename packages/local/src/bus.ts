import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { Queues } from "./queues.ts";

/** The envelope in which EventBridge hands an event to a queue. */
export interface Envelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

export const account = "000000000000";
export const region = "cn-northwest-1";

export const envelope = (
  source: string,
  type: string,
  detail: unknown,
  time: Date = new Date(),
  resources: readonly string[] = [],
): Envelope => ({
  version: "0",
  id: randomUUID(),
  "detail-type": type,
  source,
  account,
  time: time.toISOString().replace(/\.\d+Z$/, "Z"),
  region,
  resources,
  detail,
});

interface Entry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly Time?: number;
  readonly Resources?: string[];
}

export interface Bus {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** A small EventBridge: takes PutEvents, keeps each event for every queue that subscribes to it, and only then answers. */
export async function startBus(queues: Queues): Promise<Bus> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    if (request.headers["x-amz-target"] !== "AWSEvents.PutEvents") {
      answer(400, { __type: "UnknownOperationException", message: "Only PutEvents is offered here." });
      return;
    }
    text(request)
      .then((body) => answer(200, putEvents(queues, (JSON.parse(body) as { Entries?: Entry[] }).Entries ?? [])))
      .catch((error: unknown) => answer(500, { __type: "InternalException", message: String(error) }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function putEvents(queues: Queues, entries: readonly Entry[]) {
  const results = entries.map((entry) => {
    if (!entry.Source || !entry.DetailType || entry.Detail === undefined)
      return { ErrorCode: "InvalidArgument", ErrorMessage: "Source, DetailType and Detail are required." };
    try {
      const detail: unknown = JSON.parse(entry.Detail);
      return envelope(
        entry.Source,
        entry.DetailType,
        detail,
        entry.Time ? new Date(entry.Time * 1000) : new Date(),
        entry.Resources,
      );
    } catch {
      return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
    }
  });
  const good = results.filter((result): result is Envelope => "id" in result);
  queues.publish(good);
  return {
    FailedEntryCount: results.length - good.length,
    Entries: results.map((result) => ("id" in result ? { EventId: result.id } : result)),
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
