/** A guard that can be taken away, for the control that shows it to be needed. */
export interface Guard {
  readonly name: string;
  /** A schedule that finds the fault without it; the control begins there, and goes on through others when that one no longer does. */
  readonly first: number;
  /** Which clauses of the table's conditions always hold without it. */
  readonly clause?: RegExp;
  /** A reaction that fails is forgotten. */
  readonly forgets?: boolean;
  /** A queue that the index does not show yet is taken for an empty one. */
  readonly trustsIndex?: boolean;
}

export const guards: readonly Guard[] = [
  { name: "a seat is only taken while every quota has one", first: 2, clause: /#taken(_\w+)? < #(capacity|size_\w+)/g },
  { name: "nobody is seated while somebody waits whom it fits", first: 137, clause: /#waiting(_\w+)? = :none/g },
  { name: "one live registration a person", first: 1, clause: /attribute_not_exists\(pk\) OR #status = :cancelled/g },
  { name: "nothing is written over what changed since it was read", first: 28, clause: /#version = :version( AND #id = :id)?/g },
  { name: "nothing is counted by ticket types that are no more", first: 99, clause: /#plan = :plan\b/g },
  { name: "a quota is not lowered below what is taken", first: 133, clause: /#taken(_\w+)? <= :(capacity|size_[a-z0-9]+)\b/g },
  { name: "ticket types are recounted on what stands", first: 74, clause: /#\w+ = :was_\w+/g },
  { name: "nothing is written over who registered again", first: 5423, clause: /#id = :id/g },
  { name: "each mail once", first: 1, clause: /^attribute_not_exists\(pk\)$/g },
  { name: "a reaction that failed comes again", first: 16, forgets: true },
  { name: "a queue that is not to be seen yet is no empty one", first: 17, trustsIndex: true },
];

interface Conditional {
  ConditionExpression?: string;
  Item?: { type?: { S?: string } };
  TransactItems?: { Put?: Conditional; Update?: Conditional }[];
}

/** A command that is sent again is the same command. */
const weakened = new WeakSet<object>();

/** The command with the guard's clauses made true; names and values stay in use, as the table demands. */
export function without({ clause, name }: Guard, input: Conditional): void {
  if (!clause) return;
  for (const part of [input, ...(input.TransactItems ?? []).flatMap((item) => [item.Put, item.Update])]) {
    if (!part?.ConditionExpression || weakened.has(part)) continue;
    weakened.add(part);
    if (name === "each mail once" && part.Item?.type?.S !== "mail") continue;
    part.ConditionExpression = part.ConditionExpression.replace(
      clause,
      (found) => `(${found} OR attribute_exists(pk) OR attribute_not_exists(pk))`,
    );
  }
}
