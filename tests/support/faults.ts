import { type DynamoDBClient, TransactionCanceledException, type TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";

/** A repeatable source of chance (mulberry32): the same seed gives the same run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Faults {
  /** Shares of calls, 0 to 1. */
  readonly conflict?: number;
  readonly throttle?: number;
  /** The write is done and its answer lost. */
  readonly lost?: number;
  /** Takes every condition off the writes: the guard that a control shows to be needed. */
  readonly unguarded?: boolean;
}

/** The table's client with faults in front of it, drawn from the seed. */
export function faulty(client: DynamoDBClient, random: () => number, faults: Faults): DynamoDBClient {
  const send = async (command: TransactWriteItemsCommand) => {
    const name = command.constructor.name;
    const writes = !["GetItemCommand", "BatchGetItemCommand", "QueryCommand"].includes(name);
    if (faults.unguarded && writes) strip(command.input as unknown as Conditional);
    const draw = random();
    if (writes && draw < (faults.conflict ?? 0) && name === "TransactWriteItemsCommand")
      throw new TransactionCanceledException({
        message: "injected",
        $metadata: {},
        CancellationReasons: [{ Code: "TransactionConflict" }],
      });
    if (random() < (faults.throttle ?? 0)) throw Object.assign(new Error("injected"), { name: "ThrottlingException" });
    const answer = await client.send(command);
    if (writes && random() < (faults.lost ?? 0)) throw Object.assign(new Error("injected"), { name: "TimeoutError" });
    return answer;
  };
  return { send } as unknown as DynamoDBClient;
}

interface Conditional {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
  UpdateExpression?: string;
  TransactItems?: { Put?: Conditional; Update?: Conditional; Delete?: Conditional }[];
}

function strip(input: Conditional): void {
  for (const part of [input, ...(input.TransactItems ?? []).flatMap((i) => [i.Put, i.Update, i.Delete])]) {
    if (!part?.ConditionExpression) continue;
    delete part.ConditionExpression;
    const used = part.UpdateExpression ?? "";
    const keep = <T>(map: Record<string, T> | undefined) =>
      Object.fromEntries(Object.entries(map ?? {}).filter(([k]) => used.includes(k)));
    const names = keep(part.ExpressionAttributeNames);
    const values = keep(part.ExpressionAttributeValues);
    delete part.ExpressionAttributeNames;
    delete part.ExpressionAttributeValues;
    if (Object.keys(names).length) part.ExpressionAttributeNames = names;
    if (Object.keys(values).length) part.ExpressionAttributeValues = values;
  }
}
