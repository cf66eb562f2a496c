/** So many at once: a store in the cloud takes its time for each. */
const usual = 16;

/** Does something for each item, so many at once. @throws what the first that fails throws; what has not begun by then is left */
export async function inBatches<T>(items: readonly T[], doIt: (item: T) => Promise<void>, atOnce = usual): Promise<void> {
  const left = items.values();
  let failed = false;
  const worker = async () => {
    for (const item of left) {
      if (failed) return;
      try {
        await doIt(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
