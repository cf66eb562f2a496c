import type { Way } from "@lingxi/core/check-in/schema";
import { ulid } from "ulid";
import { ApiProblem, api } from "../console/api.ts";
import { isGenuine } from "./genuine.ts";
import { judge, judgePerson, type Knowledge, passes } from "./judge.ts";
import { loadTickets, openTickets, sealTickets } from "./list.ts";
import * as store from "./store.ts";
import { startSync } from "./sync.ts";
import type { ActionAnswer, DoorState, Entry, Queued, Shown, TicketRow } from "./types.ts";

/** What the page shows of a door. */
export interface View {
  readonly state: DoorState;
  readonly tickets: ReadonlyMap<string, TicketRow>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly entered: number;
  readonly listFrom: string;
  readonly listOld: boolean;
  /** How many tickets are loaded, while they are. */
  readonly loading?: number | undefined;
  readonly link: "online" | "offline" | "signed-out";
  readonly waiting: number;
  readonly refused: number;
  /** What the server said otherwise than this device had, the latest first. */
  readonly corrections: readonly Shown[];
}

export interface Keeper {
  view(): View;
  scan(code: string, way: Way): Promise<Shown>;
  letIn(person: string): Promise<Shown>;
  undo(person: string): Promise<Shown>;
  refresh(): Promise<void>;
  seen(): void;
  rename(device: string): void;
  close(): void;
}

/** Milliseconds that somebody waits at most for what the server says, before this device answers by itself. */
const patience = 600;
const beat = 5000;
/** Each so many beats the whole state is asked for. */
const whole = 3;

/** Opens a door, from the network or from what the device has. @throws ApiProblem when neither has it, or when one may not keep it (any more) */
export async function openDoor(id: string, named: string, tell: () => void): Promise<Keeper> {
  let device = named;
  const [kept, list] = await Promise.all([store.doorKept(id), store.listKept(id)]);
  let link: View["link"] = "online";
  const fetched = await api<DoorState>(`/api/door/${id}`).catch(async (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status === 404) throw error;
    // No right to it any more: nothing of it stays here.
    if (error.status === 403) await store.dropDoor(id);
    if (error.status === 403 || !kept) throw error;
    link = error.status === 401 ? "signed-out" : "offline";
    return undefined;
  });
  let state = fetched ?? (kept as store.KeptDoor).state;
  let offset = fetched ? new Date(fetched.now).getTime() - Date.now() : ((await store.kept<number>("offset")) ?? 0);
  const opened = await openTickets(list);
  let tickets = opened ?? new Map<string, TicketRow>();
  /** Empty as long as there is no list. */
  let listFrom = (opened && list?.from) ?? "";
  let since = kept?.since;
  let loading: number | undefined;
  /** The list did not come in whole: it goes on when the network is back. */
  let broken = false;
  let corrections: readonly Shown[] = [];
  const entries = new Map((await store.entriesKept(id)).map((entry) => [entry.person, entry]));
  let entered = [...entries.values()].filter(({ status }) => status === "in").length;
  const awaited = new Map<string, (answer: ActionAnswer) => void>();
  const now = () => new Date(Date.now() + offset).toISOString();

  const set = (entry: Entry) => {
    entered += Number(entry.status === "in") - Number(entries.get(entry.person)?.status === "in");
    entries.set(entry.person, entry);
  };
  const known = (): Knowledge => ({
    activityId: id,
    tickets,
    entries,
    listFrom,
    genuine: (ticket) => isGenuine(ticket, state.keys),
  });
  const facts = (person = "") => ({ person, name: tickets.get(person)?.[3], organisation: tickets.get(person)?.[4] });

  async function onAnswer({ action }: Queued, answer: ActionAnswer): Promise<void> {
    const { person = "", outcome, entry } = answer;
    if (person) {
      const before = entries.get(person);
      const scanId = outcome === "entered" ? action.id : (before?.scanId ?? "");
      const mended: Entry = entry
        ? { activityId: id, person, status: "in", scanId, ...entry }
        : { activityId: id, person, status: "undone", scanId, at: action.at, device };
      if (entry || before) {
        set(mended);
        await store.keepEntries([mended]);
      }
    }
    const waiting = awaited.get(action.id);
    if (waiting) waiting(answer);
    else if (action.do === "enter" && action.letIn !== (outcome === "entered") && outcome !== "undone") {
      corrections = [{ ...facts(person), verdict: outcome, entry, corrected: true, actionId: action.id }, ...corrections];
    }
    tell();
  }
  const sync = await startSync(id, () => device, onAnswer);

  async function pump(): Promise<void> {
    if (!sync.count().waiting) return;
    const sent = await sync.flush();
    link = sent === "sent" ? "online" : sent === "offline" ? "offline" : "signed-out";
    tell();
    if (sent === "sent") await pump();
  }

  /** Keeps the action, sends it, and says what the server says, if it does in time. */
  async function act(action: Queued["action"], shown: Shown): Promise<Shown> {
    await sync.add({ activityId: id, action });
    tell();
    const heard = new Promise<ActionAnswer | undefined>((done) => {
      awaited.set(action.id, done);
      setTimeout(() => done(undefined), link === "online" ? patience : 0);
    });
    void pump();
    const answer = await heard;
    awaited.delete(action.id);
    if (!answer) return { ...shown, actionId: action.id };
    const { person, outcome, entry } = answer;
    return {
      ...facts(person ?? shown.person),
      verdict: outcome,
      entry: outcome === "double" ? entry : undefined,
      actionId: action.id,
    };
  }

  async function enter(shown: Shown, way: Way, code?: string): Promise<Shown> {
    const letIn = passes(shown.verdict);
    const [actionId, at] = [ulid().toLowerCase(), now()];
    if (letIn && shown.person) {
      const entry: Entry = { activityId: id, person: shown.person, status: "in", scanId: actionId, at, device };
      set(entry);
      await store.keepEntries([entry]);
    }
    const who = code === undefined ? { person: shown.person } : { code };
    return act({ id: actionId, do: "enter", ...who, at, way, letIn } as Queued["action"], shown);
  }

  async function loadList(): Promise<void> {
    if (loading !== undefined) return;
    loading = 0;
    tell();
    try {
      const fresh = await loadTickets(id, now, (n) => {
        loading = n;
        tell();
      });
      [tickets, listFrom] = [fresh.tickets, fresh.from];
      broken = false;
      await store.keepList(await sealTickets(id, tickets, listFrom));
      await store.keepDoor({ id, state, since });
    } catch (error) {
      broken = true;
      throw error;
    } finally {
      loading = undefined;
      tell();
    }
  }

  /** What other devices did meanwhile. */
  async function hear(): Promise<void> {
    let cursor = "";
    let until = "";
    do {
      const asked = new URLSearchParams({ ...(since ? { since } : {}), ...(cursor ? { cursor } : {}) });
      const page = await api<{ items: Omit<Entry, "activityId">[]; cursor?: string; now: string }>(
        `/api/door/${id}/entries?${asked}`,
      );
      const changed = page.items.map((entry): Entry => ({ activityId: id, ...entry }));
      for (const entry of changed) set(entry);
      if (changed.length) await store.keepEntries(changed);
      until ||= page.now;
      cursor = page.cursor ?? "";
    } while (cursor);
    since = until;
  }

  let beats = 0;
  async function pulse(): Promise<void> {
    if (document.visibilityState === "hidden") return;
    try {
      if (beats++ % whole === 0) {
        state = await api<DoorState>(`/api/door/${id}`);
        offset = new Date(state.now).getTime() - Date.now();
        await store.keep("offset", offset);
      }
      await hear();
      await store.keepDoor({ id, state, since });
      link = "online";
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      link = error.status === 401 || error.status === 403 ? "signed-out" : "offline";
    }
    tell();
    if (link !== "online") return;
    if (broken) void loadList().catch(() => tell());
    await pump();
  }

  const timer = setInterval(() => void pulse(), beat);
  const wake = () => void pulse();
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", wake);
  void navigator.storage?.persist?.();
  const begin = async () => {
    if (fetched && fetched.listChangedAt > listFrom) await loadList();
    await pulse();
    await pump();
  };
  void begin().catch(() => tell());

  return {
    view: () => ({
      state,
      tickets,
      entries,
      entered,
      listFrom,
      listOld: listFrom !== "" && state.listChangedAt > listFrom,
      loading,
      link,
      ...sync.count(),
      corrections,
    }),
    async scan(code, way) {
      const shown = await judge(known(), code);
      return shown.verdict === "forged" || shown.verdict === "other-activity" ? shown : enter(shown, way, code);
    },
    letIn: (person) => enter(judgePerson(known(), person), "search"),
    async undo(person) {
      const before = entries.get(person);
      const of = before?.scanId;
      if (before) {
        const taken: Entry = { ...before, status: "undone" };
        set(taken);
        await store.keepEntries([taken]);
      }
      const action = {
        id: ulid().toLowerCase(),
        do: "undo",
        person,
        ...(of ? { of } : {}),
        at: now(),
        way: "search",
        letIn: false,
      } as const;
      return act(action, { ...facts(person), verdict: "undone" });
    },
    refresh: loadList,
    seen() {
      corrections = [];
      tell();
    },
    rename(next) {
      device = next;
      void store.keep("device", next);
    },
    close() {
      clearInterval(timer);
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
    },
  };
}
