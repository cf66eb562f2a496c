import { write } from "../notes.ts";

interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: { readonly ApproximateReceiveCount: string };
}

/** Notes each event; a slow one takes its time, a flaky one fails when it comes first. */
export async function handler(event: { Records: Message[] }): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const failed = event.Records.map(async ({ messageId, body, attributes }) => {
    const { id } = (JSON.parse(body) as { detail: { id: string } }).detail;
    if (id.startsWith("slow")) await new Promise((done) => setTimeout(done, 1500));
    if (id.startsWith("flaky") && attributes.ApproximateReceiveCount === "1") return [{ itemIdentifier: messageId }];
    await write("note", `${id}#${attributes.ApproximateReceiveCount}`);
    return [];
  });
  return { batchItemFailures: (await Promise.all(failed)).flat() };
}
