import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Change } from "@lingxi/core/platform/event";
import type { DynamoDBRecord } from "aws-lambda";

/** The name of a change, the same however often the stream tells it. */
export const nameOf = ({ eventID, dynamodb }: DynamoDBRecord): string =>
  (eventID ?? dynamodb?.SequenceNumber ?? "").replace(/[^\w-]/g, "");

/** The item before and after the change. */
export const changeOf = ({ dynamodb }: DynamoDBRecord): Change => ({
  before: imageOf(dynamodb?.OldImage),
  after: imageOf(dynamodb?.NewImage),
});

const imageOf = (image: unknown) => (image ? unmarshall(withBytes(image) as Record<string, AttributeValue>) : undefined);

/** Lambda gives bytes as text in base64; the client of the stream gives bytes. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === "B" && typeof inner === "string" ? Buffer.from(inner, "base64") : withBytes(inner),
    ]),
  );
}
