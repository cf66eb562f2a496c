import { Agent, request } from "node:http";
import { ConditionalCheckFailedException, type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/**
 * The table's client without the SDK's layers: the same commands in the same protocol, for tests that make hundreds of thousands of calls to
 * an embedded table and would otherwise measure the signing of requests.
 */
export function plainClient(endpoint: string): { client: DynamoDBClient; close(): void } {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);

  function send(command: { readonly input: object; readonly constructor: { readonly name: string } }): Promise<unknown> {
    const body = JSON.stringify(command.input, bytesToText);
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "content-length": Buffer.byteLength(body),
      "x-amz-target": `DynamoDB_20120810.${command.constructor.name.replace(/Command$/, "")}`,
      authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      "x-amz-date": "20260101T000000Z",
    };
    return new Promise((done, failed) => {
      const sent = request({ agent, hostname, port, method: "POST", path: "/", headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const found = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}", textToBytes) as Answer;
          if (answer.statusCode === 200) done(found);
          else failed(toError(found));
        });
      });
      sent.on("error", failed);
      sent.end(body);
    });
  }
  return { client: { send } as unknown as DynamoDBClient, close: () => agent.destroy() };
}

interface Answer {
  readonly __type?: string;
  readonly message?: string;
  readonly Message?: string;
  readonly Item?: Record<string, never>;
  readonly CancellationReasons?: { Code?: string; Item?: Record<string, never> }[];
}

function toError({ __type = "", message, Message, Item, CancellationReasons }: Answer): Error {
  const name = __type.replace(/^.*#/, "");
  const facts = { message: message ?? Message ?? name, $metadata: {} };
  if (name === "TransactionCanceledException") return new TransactionCanceledException({ ...facts, CancellationReasons });
  if (name === "ConditionalCheckFailedException")
    return new ConditionalCheckFailedException({ ...facts, ...(Item ? { Item } : {}) });
  return Object.assign(new Error(facts.message), { name });
}

/** `{ B: bytes }` goes over the wire in base64. A buffer would turn itself into a list before this is asked, so the holder is. */
function bytesToText(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const bytes = this[name];
  return name === "B" && bytes instanceof Uint8Array ? Buffer.from(bytes).toString("base64") : value;
}

const textToBytes = (name: string, value: unknown) =>
  name === "B" && typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : value;
