import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One call as a receiver of webhooks got it. */
export interface Received {
  readonly id: string;
  readonly timestamp: string;
  readonly signatures: readonly string[];
  readonly body: string;
}

/** What the receiver answers: a status, no answer at all, or a redirect to itself. */
export type Reply = number | "hang-up" | "redirect" | "silence";

/** A receiver of webhooks on a port of this machine, that answers as it is told. */
export async function receiver(reply: (call: Received) => Reply = () => 204, wanted = 0) {
  const calls: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const header = (name: string) => String(request.headers[name] ?? "");
      const call = {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signatures: header("webhook-signature").split(" "),
        body,
      };
      calls.push(call);
      const answer = reply(call);
      if (answer === "silence") return;
      if (answer === "hang-up") {
        request.socket.destroy();
        return;
      }
      if (answer === "redirect") response.writeHead(302, { location: "/elsewhere" }).end();
      else response.writeHead(answer).end(answer === 204 ? undefined : "received");
    });
  });
  await new Promise<void>((done) => server.listen(wanted, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/hook`,
    calls,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Checks a call as a receiver does who has the secret, by the rules of Standard Webhooks alone. */
export const isSigned = (secret: string, { id, timestamp, body, signatures }: Received): boolean => {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const made = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return signatures.includes(`v1,${made}`);
};
