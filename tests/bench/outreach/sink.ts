// Takes mails as SES does (SendEmail of the v2 API), after a set latency, and counts them by the key that each carries. Keeps none of them.
import { createServer } from "node:http";

const latency = Number(process.env.LATENCY ?? "20");

interface Taken {
  times: number;
  at: number;
}
const taken = new Map<string, Taken>();
/** The keys in the order in which they were taken, doubled ones twice: what SES tells through its event destination. */
const told: string[] = [];

const server = createServer((asked, answer) => {
  const { method = "", url = "" } = asked;
  const say = (body: object) => {
    answer.writeHead(200, { "content-type": "application/json" });
    answer.end(JSON.stringify(body));
  };
  if (method === "GET") {
    const { pathname, searchParams } = new URL(url, "http://sink");
    if (pathname === "/v2/email/account") return say({ SendQuota: { MaxSendRate: 100_000 } });
    if (pathname === "/events") {
      const from = Number(searchParams.get("from"));
      return say({ keys: told.slice(from, from + 100) });
    }
    if (pathname === "/at") {
      const keys = (searchParams.get("keys") ?? "").split(",");
      return say({ at: keys.map((key) => taken.get(key)?.at ?? 0) });
    }
    const doubled = [...taken.values()].filter(({ times }) => times > 1).length;
    return say({ keys: taken.size, mails: told.length, doubled, last: Math.max(0, taken.get(told.at(-1) ?? "")?.at ?? 0) });
  }
  let text = "";
  asked.setEncoding("utf8");
  asked.on("data", (chunk: string) => {
    text += chunk;
  });
  asked.on("end", () => {
    const { EmailTags } = JSON.parse(text) as { EmailTags: { Name: string; Value: string }[] };
    const key = EmailTags.find(({ Name }) => Name === "mail-key")?.Value ?? "";
    setTimeout(() => {
      const one = taken.get(key) ?? { times: 0, at: Date.now() };
      one.times++;
      taken.set(key, one);
      told.push(key);
      // One who is killed while it waits for the answer has sent the mail all the same.
      say({ MessageId: `sink-${told.length}` });
    }, latency);
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as { port: number }).port));
