import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";

/** What could not be handed over, kept until somebody looks. */
export interface DeadLetter {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
  readonly attempts: number;
  readonly why: string;
}
export type BuryLetter = (letter: DeadLetter) => Promise<void>;

/** Keeps dead letters in the table, found by the state index under `dead-letter`. Writing one again changes nothing. */
export const buryInTable =
  (client: DynamoDBClient, table: string): BuryLetter =>
  async ({ queue, id, ...letter }) => {
    const at = new Date().toISOString();
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: marshall({
          pk: `dead-letter#${queue}`,
          sk: id,
          type: "dead-letter",
          queue,
          id,
          ...letter,
          version: 1,
          createdAt: at,
          updatedAt: at,
          updatedBy: `system:${queue}`,
          statePk: "dead-letter",
          stateSk: `${at}#${id}`,
        }),
      }),
    );
  };
