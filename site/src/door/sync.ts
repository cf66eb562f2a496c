import { ApiProblem, api } from "../console/api.ts";
import * as store from "./store.ts";
import type { ActionAnswer, Queued } from "./types.ts";

/** So many the server takes at once. */
const most = 100;

export type Sent = "sent" | "offline" | "signed-out" | "forbidden";

export interface Sync {
  /** Keeps one until the server has taken it. */
  add(one: Queued): Promise<void>;
  /** Sends what waits, one call at a time. */
  flush(): Promise<Sent>;
  /** What waits, and what the server will not have. */
  count(): { readonly waiting: number; readonly refused: number };
}

const offline = ({ status }: ApiProblem) => status === 0 || status === 429 || status >= 500;

/**
 * Sends what a device has done, in its order. What is kept is taken away only once the server has answered it; a lost answer means that it is
 * sent again, which the server takes for the same.
 */
export async function startSync(
  activityId: string,
  device: () => string,
  onAnswer: (one: Queued, answer: ActionAnswer) => Promise<void>,
): Promise<Sync> {
  const waiting = (await store.queued()).filter((one) => one.activityId === activityId);
  let running: Promise<Sent> | undefined;

  const send = async (batch: readonly Queued[]) => {
    const { answers } = await api<{ answers: ActionAnswer[] }>(`/api/door/${activityId}/scans`, {
      method: "POST",
      body: { device: device(), actions: batch.map(({ action }) => action) },
    });
    for (const answer of answers) {
      const one = batch.find(({ action }) => action.id === answer.id);
      if (one) await onAnswer(one, answer);
    }
    await store.dequeue(batch);
    for (const one of batch) waiting.splice(waiting.indexOf(one), 1);
  };

  async function all(): Promise<Sent> {
    for (let size = most; ; ) {
      const batch = waiting.filter(({ refused }) => !refused).slice(0, size);
      const [first] = batch;
      if (!first) return "sent";
      try {
        await send(batch);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (offline(error)) return "offline";
        if (error.status === 401) return "signed-out";
        if (error.status === 403) return "forbidden";
        // One of them is not as the server wants it: found by sending each by itself, and kept aside.
        if (batch.length > 1) size = 1;
        else {
          const aside = { ...first, refused: true };
          await store.requeue(aside);
          waiting.splice(waiting.indexOf(first), 1, aside);
        }
      }
    }
  }

  return {
    async add(one) {
      const n = Number(await store.enqueue(one));
      waiting.push({ ...one, n });
    },
    flush() {
      running ??= all().finally(() => {
        running = undefined;
      });
      return running;
    },
    count() {
      const refused = waiting.filter((one) => one.refused).length;
      return { waiting: waiting.length - refused, refused };
    },
  };
}
