/** Structured logging, one JSON object a line, with the time in UTC. Facts are ids, counts and names of things: never names, addresses or texts of people. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

export const jsonLog = (
  base: Readonly<Record<string, unknown>> = {},
  write: (line: string) => void = (line) => console.log(line),
  now: () => Date = () => new Date(),
): Log => {
  const at = (level: string) => (message: string, facts?: Readonly<Record<string, unknown>>) =>
    write(JSON.stringify({ time: now().toISOString(), level, message, ...base, ...facts }));
  return { info: at("info"), error: at("error") };
};

/** What is safe to log of a thrown thing: its kind and the places it came from, not its message when it may quote input. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 8),
  };
}
