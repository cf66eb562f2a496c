import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { Ground } from "./ground.ts";
import { type Guard, without } from "./guards.ts";
import type { Schedule } from "./steps.ts";
import type { turns } from "./turns.ts";

/** Injected, and known to be: everything else that an operation throws must be a refusal. */
export class Injected extends Error {}

const fault = (name: string) => Object.assign(new Injected("injected"), { name });

interface Around {
  readonly ground: Ground;
  readonly plan: Schedule;
  readonly random: () => number;
  readonly turn: ReturnType<typeof turns>;
  readonly guard: Guard | undefined;
  /** Nothing is injected. */
  readonly calm: boolean;
}

/** The client as one operation meets it: it may be killed before or after any of its calls. */
export function clientOf({ ground, plan, random, turn, guard, calm }: Around): DynamoDBClient {
  let left = !calm && random() < plan.crash ? Math.floor(random() * 8) : Number.POSITIVE_INFINITY;
  const after = random() < 0.5;
  const { conflict, throttle, lost, stale } = plan.faults;
  const send = (command: { input: object; constructor: { name: string } }) =>
    turn.call(async () => {
      const name = command.constructor.name;
      const reads = /^(Get|BatchGet|Query)/.test(name);
      if (left <= 0 && !(after && left === 0)) throw fault("Killed");
      if (guard) without(guard, command.input);
      if (calm) return ground.client.send(command as never);
      const drawn = random();
      if (name === "TransactWriteItemsCommand" && drawn < conflict)
        throw new TransactionCanceledException({
          message: "injected",
          $metadata: {},
          CancellationReasons: [{ Code: "TransactionConflict" }],
        });
      if (random() < throttle) throw fault("ThrottlingException");
      if ("IndexName" in command.input && random() < stale) return { Items: [] };
      const answer = await ground.client.send(command as never);
      if (--left <= 0 && after) throw fault("Killed");
      if (!reads && random() < lost) throw fault("TimeoutError");
      return answer;
    });
  return { send } as unknown as DynamoDBClient;
}
