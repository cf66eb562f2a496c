import { freePort } from "@lingxi/local/free-port";
import type { TestProject } from "vitest/node";
import { printedToken, startHostProcess } from "../support/host.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The host that all journeys share, with the sample data. */
    origin: string;
    /** A session of the administrator, spent from the link that the start printed. */
    session: string;
    /** The kind of browser that the session is bound to: that of the journeys. */
    agent: string;
    /** A port of this machine that webhooks may call. */
    receiverPort: number;
  }
}

const system =
  process.platform === "darwin" ? "Macintosh" : process.platform === "win32" ? "Windows NT 10.0" : "X11; Linux x86_64";
const agent = `Mozilla/5.0 (${system}) Chrome/147.0.0.0 Safari/537.36`;

/** Starts the product as a newcomer does, once for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const receiverPort = await freePort();
  const env = { FORM_LIMIT: "10000", WEBHOOK_TRUSTED: `127.0.0.1:${receiverPort}` };
  const host = await startHostProcess({ env });
  project.provide("receiverPort", receiverPort);
  const token = await printedToken(host);
  const answer = await fetch(`${host.origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": agent },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || !cookie) throw new Error(`the printed link did not sign in: ${answer.status}\n${host.words()}`);
  project.provide("origin", host.origin);
  project.provide("session", cookie);
  project.provide("agent", agent);
  return () => host.remove();
}
