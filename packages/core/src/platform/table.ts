import {
  type AttributeValue,
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { badCursor, DomainError, tooBusy } from "./error.ts";
import { unlogged } from "./sdk.ts";
import type { Seal } from "./vault/sealed-table.ts";

/** An item as it is stored: keys, attributes of the record, and who changed it last. */
export type Item = Record<string, unknown>;
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The three global indexes, each overloaded: by owner, by chain, by state and date. */
export const indexes = { byOwner: "owner", byChain: "chain", byState: "state" } as const;
export type Index = keyof typeof indexes;

export interface Write {
  readonly put?: Item;
  readonly update?: { readonly key: Key; readonly expression: string };
  /** Takes an item away for good. Only for what is derived and can be made again: a record changes its state instead. */
  readonly remove?: Key;
  readonly condition?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  /** For `put`: what in it is somebody's, and is sealed with that person's key before it is sent. */
  readonly seals?: readonly Seal[];
}

export interface Query {
  readonly index?: Index;
  readonly pk: string;
  /** Sort keys that begin with this. */
  readonly begins?: string;
  /** Sort keys from `from` to `to`, both included. */
  readonly between?: readonly [string, string];
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly newestFirst?: boolean;
}

/** One or more conditions did not hold; nothing was written. `failed[i]` is the stored item (or `{}` where there is none) for each write that failed. */
export class ConditionFailed extends Error {
  readonly failed: ReadonlyMap<number, Item>;
  constructor(failed: ReadonlyMap<number, Item>) {
    super("a condition did not hold");
    this.name = "ConditionFailed";
    this.failed = failed;
  }
}

export interface Table {
  get(key: Key, consistent?: boolean): Promise<Item | undefined>;
  /** Up to 100 different items in one round trip, in no order; what is not there is left out. Not consistent unless asked to be: for what is shown beside a list. */
  getMany(keys: readonly Key[], consistent?: boolean): Promise<Item[]>;
  query(query: Query): Promise<{ items: Item[]; cursor?: string }>;
  /** All or nothing. One write goes alone (1 unit), several as a transaction (2 units each). @throws ConditionFailed */
  write(writes: readonly Write[], token: string): Promise<void>;
}

/** A client of the table. */
export const dynamoClient = (config: DynamoDBClientConfig = {}): DynamoDBClient => unlogged(new DynamoDBClient(config));

const attempts = 8;

/**
 * The table on DynamoDB. A transaction that met another on the same item is sent again with jitter and the same
 * request token, which the SDK does not do; so is a lost answer, which the token makes harmless.
 */
export function dynamoTable(
  client: DynamoDBClient,
  name: string,
  random: () => number = Math.random,
  pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
): Table {
  const conflict = (attempt: number) => pause(random() * Math.min(400, 12 * 2 ** attempt));

  async function alone(write: Write): Promise<void> {
    const { params } = expand(write);
    try {
      if (write.put) await client.send(new PutItemCommand({ TableName: name, Item: toAttributes(write.put), ...params }));
      else if (write.update)
        await client.send(
          new UpdateItemCommand({
            TableName: name,
            Key: toAttributes({ ...write.update.key }),
            UpdateExpression: write.update.expression,
            ...params,
          }),
        );
      else if (write.remove)
        await client.send(new DeleteItemCommand({ TableName: name, Key: toAttributes({ ...write.remove }), ...params }));
    } catch (error) {
      if (error instanceof DynamoDBServiceException && error.name === "ConditionalCheckFailedException") {
        const item = (error as { Item?: Record<string, AttributeValue> }).Item;
        throw new ConditionFailed(new Map([[0, item ? unmarshall(item) : {}]]));
      }
      throw error;
    }
  }

  async function together(writes: readonly Write[], token: string): Promise<void> {
    const TransactItems = writes.map((write): TransactWriteItem => {
      const { params } = expand(write);
      if (write.remove) return { Delete: { TableName: name, Key: toAttributes({ ...write.remove }), ...params } };
      return write.put
        ? { Put: { TableName: name, Item: toAttributes(write.put), ...params } }
        : {
            Update: {
              TableName: name,
              Key: toAttributes({ ...write.update?.key }),
              UpdateExpression: write.update?.expression ?? "",
              ...params,
            },
          };
    });
    for (let attempt = 0; ; attempt++) {
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: token }));
        return;
      } catch (error) {
        if (error instanceof TransactionCanceledException) {
          const failed = new Map<number, Item>();
          error.CancellationReasons?.forEach((why, i) => {
            if (why.Code === "ConditionalCheckFailed") failed.set(i, why.Item ? unmarshall(why.Item) : {});
          });
          if (failed.size) throw new ConditionFailed(failed);
        }
        if (attempt + 1 >= attempts || !retriable(error)) throw isContention(error) ? new DomainError(tooBusy) : error;
        await conflict(attempt);
      }
    }
  }

  return {
    async get(key, consistent = true) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: name, Key: toAttributes({ ...key }), ConsistentRead: consistent }),
      );
      return Item ? unmarshall(Item) : undefined;
    },
    async getMany(keys, consistent = false) {
      const found: Item[] = [];
      let asked: Record<string, AttributeValue>[] = keys.map((key) => toAttributes({ ...key }));
      for (let attempt = 0; asked.length && attempt < attempts; attempt++) {
        if (attempt) await conflict(attempt);
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({ RequestItems: { [name]: { Keys: asked, ConsistentRead: consistent } } }),
        );
        found.push(...(Responses?.[name] ?? []).map((item) => unmarshall(item)));
        asked = UnprocessedKeys?.[name]?.Keys ?? [];
      }
      if (asked.length) throw new DomainError(tooBusy);
      return found;
    },
    async query({ index, pk, begins, between, limit, cursor, newestFirst }) {
      const prefix = index ? indexes[index] : undefined;
      const [pkName, skName] = prefix ? [`${prefix}Pk`, `${prefix}Sk`] : ["pk", "sk"];
      const range = begins !== undefined ? `begins_with(${skName}, :a)` : between ? `${skName} BETWEEN :a AND :b` : undefined;
      const answer = await client
        .send(
          new QueryCommand({
            TableName: name,
            ...(index ? { IndexName: index } : { ConsistentRead: true }),
            KeyConditionExpression: [`${pkName} = :pk`, range].filter(Boolean).join(" AND "),
            ExpressionAttributeValues: marshall({
              ":pk": pk,
              ...(begins !== undefined ? { ":a": begins } : between ? { ":a": between[0], ":b": between[1] } : {}),
            }),
            Limit: limit,
            ScanIndexForward: !newestFirst,
            ...(cursor ? { ExclusiveStartKey: fromCursor(cursor, pkName, pk) } : {}),
          }),
        )
        .catch((error: unknown) => {
          // Only a cursor comes from outside: one that names no place in this list is refused by the table itself.
          throw cursor && error instanceof Error && error.name === "ValidationException" ? new DomainError(badCursor) : error;
        });
      return {
        items: (answer.Items ?? []).map((item) => unmarshall(item)),
        ...(answer.LastEvaluatedKey ? { cursor: toCursor(unmarshall(answer.LastEvaluatedKey)) } : {}),
      };
    },
    write: (writes, token) => (writes.length === 1 && writes[0] ? alone(writes[0]) : together(writes, token)),
  };
}

const toAttributes = (item: Item) => marshall(item, { removeUndefinedValues: true });

function expand(write: Write) {
  const names = [...`${write.condition ?? ""} ${write.update?.expression ?? ""}`.matchAll(/#(\w+)/g)].map((m) => m[1] ?? "");
  return {
    params: {
      ...(write.condition
        ? { ConditionExpression: write.condition, ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const }
        : {}),
      ...(names.length ? { ExpressionAttributeNames: Object.fromEntries(names.map((n) => [`#${n}`, n])) } : {}),
      ...(write.values && Object.keys(write.values).length
        ? { ExpressionAttributeValues: marshall(write.values, { removeUndefinedValues: true }) }
        : {}),
    },
  };
}

const isContention = (error: unknown) =>
  error instanceof TransactionCanceledException ||
  (error instanceof Error &&
    ["TransactionInProgressException", "ProvisionedThroughputExceededException", "ThrottlingException"].includes(error.name));

const retriable = (error: unknown) =>
  isContention(error) ||
  (error instanceof Error &&
    ["TimeoutError", "ECONNRESET", "EPIPE", "InternalServerError"].includes((error as { code?: string }).code ?? error.name));

const toCursor = (key: Item) => Buffer.from(JSON.stringify(key)).toString("base64url");

/** The cursor of a page that begins after this item of a list. */
export function cursorAfter(item: Item, index?: Index): string {
  const prefix = index && indexes[index];
  const names = ["pk", "sk", ...(prefix ? [`${prefix}Pk`, `${prefix}Sk`] : [])];
  return toCursor(Object.fromEntries(names.map((name) => [name, item[name]])));
}

function fromCursor(cursor: string, pkName: string, pk: string): Record<string, AttributeValue> {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw new DomainError(badCursor);
  }
  if (
    typeof key !== "object" ||
    key === null ||
    (key as Item)[pkName] !== pk ||
    Object.values(key).some((v) => typeof v !== "string")
  )
    throw new DomainError(badCursor);
  return marshall(key);
}
