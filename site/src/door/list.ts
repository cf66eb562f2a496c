import { api } from "../console/api.ts";
import { seal, unseal } from "./seal.ts";
import type { KeptList } from "./store.ts";
import type { TicketRow } from "./types.ts";

/** Of a list, as `listTickets` knows them. */
const parts = 4;

/** A list that is on its way. */
interface Coming {
  /** When it was begun: what changed later may be missing. */
  readonly from: string;
  readonly tickets: Map<string, TicketRow>;
  /** Where each part goes on; undefined once it is whole. */
  readonly cursors: (string | undefined)[];
}

/** What a break of the network has left of lists, for the next try to go on from. */
const left = new Map<string, Coming>();
/** Milliseconds after which a list is begun anew rather than gone on with. */
const worth = 10 * 60_000;

/**
 * All tickets of an activity: the parts at the same time, a thousand tickets a call. After a break it goes on where it was.
 * @throws ApiProblem when a part could not be brought
 */
export async function loadTickets(
  activityId: string,
  now: () => string,
  progress: (n: number) => void,
): Promise<Pick<Coming, "from" | "tickets">> {
  const before = left.get(activityId);
  const goesOn = before && new Date(now()).getTime() - new Date(before.from).getTime() < worth;
  const coming = goesOn ? before : { from: now(), tickets: new Map(), cursors: Array.from({ length: parts }, () => "") };
  left.set(activityId, coming);
  const { tickets, cursors } = coming;
  const bring = async (part: number) => {
    for (let cursor = cursors[part]; cursor !== undefined; cursor = cursors[part]) {
      const asked = new URLSearchParams({ part: String(part), ...(cursor ? { cursor } : {}) });
      const page = await api<{ items: TicketRow[]; cursor?: string }>(`/api/door/${activityId}/tickets?${asked}`);
      for (const row of page.items) tickets.set(row[0], row);
      cursors[part] = page.cursor;
      progress(tickets.size);
    }
  };
  const ends = await Promise.allSettled(cursors.map((_, part) => bring(part)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  left.delete(activityId);
  return coming;
}

/** The list as it may lie on the device. */
export const sealTickets = async (id: string, tickets: ReadonlyMap<string, TicketRow>, from: string): Promise<KeptList> => ({
  id,
  ...(await seal([...tickets.values()])),
  from,
});

/** The list as it was kept; none where it can no longer be read. */
export async function openTickets(list: KeptList | undefined): Promise<Map<string, TicketRow> | undefined> {
  if (!list) return undefined;
  try {
    return new Map((await unseal<TicketRow[]>(list)).map((row) => [row[0], row]));
  } catch {
    return undefined;
  }
}
