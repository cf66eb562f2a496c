import { randomUUID } from "node:crypto";
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { DatabaseSync } from "node:sqlite";
import { errorFacts, type Log } from "@lingxi/core/platform/log";
import type { Envelope } from "./bus.ts";
import { subjectOf } from "./mail-header.ts";
import { together } from "./queues.ts";
import { feedbackOf } from "./ses-events.ts";

export interface Inbox {
  /** Where the SDK sends mail, and where people read it. */
  readonly endpoint: string;
  close(): Promise<void>;
}

interface Outbound {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  Content?: { Raw?: { Data?: string } };
  EmailTags?: { Name: string; Value: string }[];
  ConfigurationSetName?: string;
}

/** How many mails the inbox page shows again after a restart: it keeps them all in memory. */
const shownAgain = 300;
const require = createRequire(import.meta.url);

/**
 * The embedded SES. A mail and what SES's event destination will say of it are kept in one durable transaction before the answer, so that
 * a killed process neither loses a mail that it acknowledged nor forgets to report one; then `aws-ses-v2-local` shows it.
 */
export async function startInbox(options: {
  db: DatabaseSync;
  publish: (events: readonly Envelope[]) => void;
  port: number;
  log: Log;
}): Promise<Inbox> {
  const { db, log } = options;
  const { default: startPage } = require("aws-ses-v2-local") as {
    default: (config: { host: string; port: number }) => Promise<Server>;
  };
  const { getStoreReadonly } = require("aws-ses-v2-local/dist/store.js") as typeof import("aws-ses-v2-local/dist/store.js");
  const page = await startPage({ host: "127.0.0.1", port: 0 });
  const pagePort = (page.address() as AddressInfo).port;

  const insert = db.prepare("insert into mail (id, sender, recipient, subject, at, raw) values (?, ?, ?, ?, ?, ?)");
  const list = db.prepare(
    "select number, id, sender, recipient, subject, at from mail where number > ? order by number desc limit ?",
  );
  const find = db.prepare("select raw from mail where id = ?");

  let shown: Promise<void> = Promise.resolve();
  /** One after the other, so that the page keeps the order. */
  const show = (id: string, at: number, raw: string) => {
    shown = shown
      .then(async () => {
        await fetch(`http://127.0.0.1:${pagePort}/v2/email/outbound-emails`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: "AWS4-HMAC-SHA256 local" },
          body: JSON.stringify({ Content: { Raw: { Data: raw } } }),
        });
        const last = getStoreReadonly().emails.at(-1);
        if (last) Object.assign(last, { messageId: id, at: Math.floor(at / 1000) });
      })
      .catch((error: unknown) => log.error("the inbox page did not take a mail", errorFacts(error)));
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse((await bytes(request)).toString("utf8")) as Outbound;
    const data = body.Content?.Raw?.Data;
    const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = body.Destination ?? {};
    const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses];
    if (!data || !recipients.length || !body.FromEmailAddress) {
      response.writeHead(400, { "content-type": "application/json", "x-amzn-errortype": "BadRequestException" });
      response.end(JSON.stringify({ message: "A raw message, a sender and a recipient are needed." }));
      return;
    }
    const raw = Buffer.from(data, "base64");
    const mail = {
      id: randomUUID(),
      sender: body.FromEmailAddress,
      recipients,
      subject: subjectOf(raw),
      at: new Date(),
      tags: {
        ...Object.fromEntries((body.EmailTags ?? []).map(({ Name, Value }) => [Name, [Value]])),
        ...(body.ConfigurationSetName ? { "ses:configuration-set": [body.ConfigurationSetName] } : {}),
      },
    };
    together(db, () => {
      insert.run(mail.id, mail.sender, recipients.join(", "), mail.subject, mail.at.getTime(), raw);
      options.publish(feedbackOf(mail));
    });
    show(mail.id, mail.at.getTime(), data);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ MessageId: mail.id }));
  }

  function messages(query: URLSearchParams): object[] {
    const limit = Math.min(1000, Number(query.get("limit")) || 200);
    const rows = list.all(Number(query.get("after")) || 0, limit) as {
      number: number;
      id: string;
      sender: string;
      recipient: string;
      subject: string;
      at: number;
    }[];
    return rows.reverse().map(({ number, id, sender, recipient, subject, at }) => ({
      number,
      id,
      from: sender,
      to: recipient,
      subject,
      at: new Date(at).toISOString(),
    }));
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://inbox");
    const fail = (error: unknown) => {
      log.error("the inbox failed", errorFacts(error));
      if (!response.headersSent) response.writeHead(500);
      response.end();
    };
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? "")) response.writeHead(421).end();
    else if (request.method === "POST" && url.pathname === "/v2/email/outbound-emails") take(request, response).catch(fail);
    else if (request.method === "GET" && url.pathname === "/v2/email/account")
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ SendingEnabled: true, SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 } }));
    else if (url.pathname === "/inbox/messages.json")
      response
        .writeHead(200, { "content-type": "application/json; charset=utf-8" })
        .end(JSON.stringify(messages(url.searchParams)));
    else if (url.pathname.startsWith("/inbox/raw/")) {
      const raw = find.get(url.pathname.slice("/inbox/raw/".length))?.raw as Uint8Array | undefined;
      response
        .writeHead(raw ? 200 : 404, { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" })
        .end(raw ?? "");
    } else if (url.pathname === "/inbox" || url.pathname === "/inbox/") response.writeHead(302, { location: "/" }).end();
    else forward(request, response, pagePort, fail);
  });
  const port = await listen(server, options.port);
  const again = db
    .prepare("select id, at, raw from (select * from mail order by number desc limit ?) order by number")
    .all(shownAgain);
  for (const row of again) show(row.id as string, row.at as number, Buffer.from(row.raw as Uint8Array).toString("base64"));

  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const one of [server, page]) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
}

function forward(request: IncomingMessage, response: ServerResponse, port: number, fail: (error: unknown) => void): void {
  const onward = httpRequest(
    { host: "127.0.0.1", port, path: request.url, method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on("error", fail);
  request.pipe(onward);
}

/** The wished port, or any other where that one is taken. */
const listen = (server: Server, wished: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? server.listen(0, "127.0.0.1") : failed(error),
    );
    server.once("listening", () => done((server.address() as AddressInfo).port));
    server.listen(wished, "127.0.0.1");
  });

async function bytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
