// What the transport says of its mails, as the function hears it that SES's events reach: ten at a time.
import { envelope } from "../../../packages/local/src/bus.ts";
import { calls, countCalls } from "./counted.ts";

countCalls();
const { handler } = await import("../../../events/src/subscribers/record-mail-feedback.ts");

const sink = process.env.SINK ?? "";
let from = Number(process.env.FROM ?? "0");
let stopped = false;
process.stdin.on("end", () => {
  stopped = true;
});
process.stdin.resume();

const message = (key: string, n: number) => ({
  messageId: `m-${n}`,
  body: JSON.stringify(
    envelope("aws.ses", "Email Delivered", {
      eventType: "Delivery",
      mail: { messageId: `sink-${n}`, tags: { "mail-key": [key] } },
    }),
  ),
});
for (;;) {
  const { keys } = (await (await fetch(`${sink}/events?from=${from}`)).json()) as { keys: string[] };
  const batches = Array.from({ length: Math.ceil(keys.length / 10) }, (_, n) => keys.slice(n * 10, n * 10 + 10));
  await Promise.all(
    batches.map((batch, n) =>
      handler({ Records: batch.map((key, i) => message(key, from + n * 10 + i)) } as unknown as Parameters<typeof handler>[0]),
    ),
  );
  from += keys.length;
  if (!keys.length) {
    console.log(JSON.stringify({ ...calls, from }));
    if (stopped) break;
    await new Promise((done) => setTimeout(done, 50));
  }
}
process.exit(0);
