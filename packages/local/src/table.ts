import { DatabaseSync } from "node:sqlite";
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { keyTableOf, tableDefinition } from "@lingxi/core/platform/table-definition";

export const tableName = "lingxi";

/**
 * Makes the one table and that of the keys where they are missing.
 * @param file Dynoxide's SQLite file, where the table is embedded; its stream gets the index that it lacks
 * @returns the address of the table's stream
 */
export async function ensureTable(client: DynamoDBClient, name: string, file?: string): Promise<string> {
  const table = (await describe(client, name)) ?? (await create(client, name));
  const keys = keyTableOf(name);
  if (!(await describe(client, keys))) await createKeys(client, keys);
  if (file) indexStream(file);
  if (!table.LatestStreamArn) throw new Error(`The table ${name} has no stream.`);
  return table.LatestStreamArn;
}

async function describe(client: DynamoDBClient, name: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if ((error as Error).name === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

interface Pair {
  readonly partition: string;
  readonly sort: string;
}
const schema = ({ partition, sort }: Pair) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  { AttributeName: sort, KeyType: "RANGE" as const },
];
const strings = ({ partition, sort }: Pair) =>
  [partition, sort].map((AttributeName) => ({ AttributeName, AttributeType: "S" as const }));

async function active(client: DynamoDBClient, name: string, made: TableDescription | undefined) {
  let table = made;
  while (table?.TableStatus !== "ACTIVE") {
    await new Promise((done) => setTimeout(done, 10));
    table = await describe(client, name);
  }
  return table;
}

async function createKeys(client: DynamoDBClient, name: string) {
  const { TableDescription: made } = await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: schema(tableDefinition.keys),
      AttributeDefinitions: strings(tableDefinition.keys),
    }),
  );
  await active(client, name, made);
}

async function create(client: DynamoDBClient, name: string) {
  const { keys, indexes, stream, expiry } = tableDefinition;
  const all = [keys, ...indexes];
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: schema(keys),
      AttributeDefinitions: all.flatMap(strings),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: schema(index),
        Projection: { ProjectionType: "ALL" as const },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
    }),
  );
  const table = await active(client, name, TableDescription);
  await client.send(
    new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: { Enabled: true, AttributeName: expiry } }),
  );
  return table;
}

/**
 * Dynoxide looks for the largest sequence number before each write; without this index that is a scan, and writes slow down with the stream's
 * length. SQLite takes an index for an expression only where both name the type in the same case, and Dynoxide writes `INTEGER`.
 */
function indexStream(file: string): void {
  withFile(file, (db) =>
    db.exec(`drop index if exists stream_by_number;
      create index if not exists stream_in_order on _stream_records (table_name, CAST(sequence_number AS INTEGER))`),
  );
}

/** Deletes what was consumed and is older than a day, as DynamoDB would; never the newest record, since the next number is counted from it. */
export function trimStream(file: string, name: string, consumed: string, now: Date): number {
  const dayAgo = Math.floor(now.getTime() / 1000) - 86_400;
  return withFile(file, (db) => {
    const done = db
      .prepare(
        `delete from _stream_records where table_name = ? and CAST(sequence_number AS INTEGER) <= CAST(? AS INTEGER) and created_at < ?
         and CAST(sequence_number AS INTEGER) < (select max(CAST(sequence_number AS INTEGER)) from _stream_records where table_name = ?)`,
      )
      .run(name, consumed, dayAgo, name);
    return Number(done.changes);
  });
}

function withFile<T>(file: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
