import type { Posed } from "./agreed.ts";
import type { Unplaced } from "./entity.ts";
import type { Slots } from "./schedule/problem.ts";

/** Why a meeting has no slot: what keeps it out of most of the slots that would suit both. */
export function whyNot({ problem, meetings, people }: Posed, slots: Slots, m: number): Unplaced {
  const { id, a, b } = meetings[m] as Posed["meetings"][number];
  const own = problem.meetings[m];
  const away = (person: number, slot: number) => problem.unavailable[person]?.includes(slot);
  const common = (own?.slots ?? []).filter((slot) => !own?.people.some((person) => away(person, slot)));
  if (!common.length) return { id, a, b, cause: "no-time" };
  const busy = (person: number, slot: number) =>
    problem.meetings.some((other, o) => slots[o] === slot && other.people.includes(person));
  const full = own?.people.find((person) => common.every((slot) => busy(person, slot)));
  if (full !== undefined) return { id, a, b, cause: "person", who: people[full] };
  const free = common.filter((slot) => !own?.people.some((person) => busy(person, slot)));
  const room = (slot: number) => problem.tables.filter(({ closed }) => !closed?.includes(slot)).length;
  const taken = (slot: number) => slots.filter((one) => one === slot).length;
  if (free.length && free.every((slot) => taken(slot) >= room(slot))) return { id, a, b, cause: "tables" };
  if (free.length) return { id, a, b, cause: "order" };
  const most = own?.people.toSorted((x, y) => count(common, (s) => busy(y, s)) - count(common, (s) => busy(x, s)))[0];
  return { id, a, b, cause: "person", who: people[most as number] };
}

const count = <T>(of: readonly T[], test: (one: T) => boolean) => of.filter(test).length;

/** What no schedule could hold: who has more meetings than slots, and how many meetings there are for how many places at tables. */
export interface Binding {
  readonly people: readonly { readonly person: string; readonly meetings: number; readonly slots: number }[];
  readonly tables?: { readonly meetings: number; readonly places: number };
}

export function bindingOf({ problem, people }: Posed): Binding {
  const places = problem.tables.reduce((sum, { closed }) => sum + problem.slots - new Set(closed).size, 0);
  const short = people.flatMap((person, i) => {
    const meetings = count(problem.meetings, (meeting) => meeting.people.includes(i));
    const slots = problem.slots - new Set(problem.unavailable[i]).size;
    return meetings > slots ? [{ person, meetings, slots }] : [];
  });
  const meetings = problem.meetings.length;
  return { people: short, ...(meetings > places ? { tables: { meetings, places } } : {}) };
}
