import { DynamoDBClient, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});
const TableName = process.env.TABLE_NAME;

/** Writes a line under a heading. */
export const write = (heading: string, line: string) =>
  client.send(new PutItemCommand({ TableName, Item: { pk: { S: heading }, sk: { S: line }, type: { S: heading } } }));

/** The lines under a heading. */
export async function lines(heading: string): Promise<string[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: heading } },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => item.sk?.S ?? "");
}
