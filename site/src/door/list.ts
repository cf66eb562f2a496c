import { api } from "../console/api.ts";
import { seal, unseal } from "./seal.ts";
import type { KeptList } from "./store.ts";
import type { TicketRow } from "./types.ts";

/** All tickets of an activity, a thousand a call. */
export async function loadTickets(activityId: string, progress: (n: number) => void): Promise<Map<string, TicketRow>> {
  const tickets = new Map<string, TicketRow>();
  let cursor = "";
  do {
    const page = await api<{ items: TicketRow[]; cursor?: string }>(
      `/api/door/${activityId}/tickets${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const row of page.items) tickets.set(row[0], row);
    cursor = page.cursor ?? "";
    progress(tickets.size);
  } while (cursor);
  return tickets;
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
