import { Agent, request } from "node:http";
import type { Records } from "./records.ts";
import type { Route } from "./routes.ts";

/** Without TLS no browser takes a `__Host-` cookie, and the embedded default gives another. */
const onPlainHttp = (cookie: string) => cookie.replace("__Host-", "lingxi-");

/** Sends requests of a route over HTTP, so many at a time. @returns requests per second, and each one's milliseconds in order of length */
export async function crowd(origin: string, route: Route, records: Records, count: number, atOnce: number, first = 0) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const one = (n: number) =>
    new Promise<number>((done, failed) => {
      const { method = "GET", path, body, cookie } = route.request(records, n);
      const began = performance.now();
      const headers = {
        ...(body ? { "content-type": "application/json" } : {}),
        ...(cookie ? { cookie: onPlainHttp(cookie) } : {}),
      };
      const sent = request(`${origin}${path}`, { method, agent, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => {
          if (answer.statusCode === (route.status ?? 200)) done(performance.now() - began);
          else failed(new Error(`${route.about} answered ${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      });
      sent.on("error", failed);
      sent.end(body ? JSON.stringify(body) : undefined);
    });
  try {
    let next = 0;
    const took: number[] = [];
    const began = performance.now();
    const worker = async () => {
      while (next < count) took.push(await one(first + next++));
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { rate: count / ((performance.now() - began) / 1000), took: took.sort((a, b) => a - b) };
  } finally {
    agent.destroy();
  }
}
