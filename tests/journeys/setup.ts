import type { TestProject } from "vitest/node";
import { eventually, startHostProcess } from "../support/host.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The host that all journeys share, with the sample data. */
    origin: string;
    /** A session of the administrator, spent from the link that the start printed. */
    session: string;
  }
}

/** Starts the product as a newcomer does, once for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const host = await startHostProcess();
  // It answers before it has printed its last line.
  const token = await eventually(async () => /sign-in#(\S+)\s/.exec(host.words())?.[1]);
  const answer = await fetch(`${host.origin}/api/session`, {
    method: "POST",
    // A session is bound to the kind of browser: that of the journeys.
    headers: {
      "content-type": "application/json",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0 Safari/537.36",
    },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || !cookie) throw new Error(`the printed link did not sign in: ${answer.status}\n${host.words()}`);
  project.provide("origin", host.origin);
  project.provide("session", cookie);
  return () => host.remove();
}
