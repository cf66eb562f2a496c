/** Stops once, however often it is asked: a terminal, npm and the launcher may each pass the same signal on. */
export interface Stopping {
  readonly started: boolean;
  stop(code: number): void;
}

/** Closes and exits with code 0 on a signal, or when the launcher is gone and nobody could stop this process any more. */
export function stopOnSignals(close: () => Promise<void>): Stopping {
  let started = false;
  const stop = (code: number) => {
    if (started) return;
    started = true;
    setTimeout(() => process.exit(code), 4000).unref();
    const end = () => process.exit(code);
    close().then(end, end);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
  process.on("disconnect", () => stop(0));
  return {
    get started() {
      return started;
    },
    stop,
  };
}
