/** Lets several operations run at once and makes their calls take turns, in an order drawn from the seed: the same seed interleaves the same. */
export function turns(random: () => number) {
  let together = false;
  const waiting: { go(): void; done: Promise<void> }[] = [];

  return {
    /** One call of an operation; with several operations it waits for its turn. */
    async call<T>(work: () => Promise<T>): Promise<T> {
      if (!together) return work();
      let finished = () => {};
      const done = new Promise<void>((end) => {
        finished = end;
      });
      await new Promise<void>((go) => waiting.push({ go, done }));
      try {
        return await work();
      } finally {
        finished();
      }
    },
    async run(operations: readonly (() => Promise<void>)[]): Promise<void> {
      if (operations.length < 2) return operations[0]?.();
      together = true;
      let open = operations.length;
      const all = Promise.allSettled(operations.map((operation) => operation().finally(() => open--)));
      while (open > 0) {
        await new Promise((drained) => setImmediate(drained));
        const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
        next?.go();
        await next?.done;
      }
      together = false;
      for (const one of await all) if (one.status === "rejected") throw one.reason;
    },
  };
}
