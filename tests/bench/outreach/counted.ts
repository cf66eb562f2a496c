import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What this process asked of the table. */
export const calls = { reads: 0, writes: 0, writeUnits: 0 };

interface Used {
  readonly CapacityUnits?: number;
}

/** Counts the calls of every client of this process, where they leave it, with the units that the table says they cost. */
export function countCalls(): void {
  const { send } = DynamoDBClient.prototype as unknown as { send(command: object, ...rest: unknown[]): Promise<object> };
  Object.assign(DynamoDBClient.prototype, {
    async send(this: unknown, command: { input: object }, ...rest: unknown[]) {
      const writes = /^(Put|Update|Delete|TransactWrite)/.test(command.constructor.name);
      if (writes) Object.assign(command.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = (await send.call(this, command, ...rest)) as { ConsumedCapacity?: Used | Used[] };
      const items = (command.input as { TransactItems?: unknown[] }).TransactItems?.length ?? 1;
      calls[writes ? "writes" : "reads"] += items;
      if (writes) for (const used of [answer.ConsumedCapacity ?? []].flat()) calls.writeUnits += used.CapacityUnits ?? 0;
      return answer;
    },
  });
}
