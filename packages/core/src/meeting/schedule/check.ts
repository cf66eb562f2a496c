import { type Problem, type Slots, unplaced } from "./problem.ts";

/** What is wrong with a schedule, in words for a developer; nothing when it keeps every rule. Shares no code with what makes schedules. */
export function check(problem: Problem, slots: Slots): string[] {
  const wrong: string[] = [];
  if (slots.length !== problem.meetings.length) return [`${slots.length} slots for ${problem.meetings.length} meetings`];
  const where = new Map<string, number>();
  const at = new Map<number, number[]>();
  for (const [m, meeting] of problem.meetings.entries()) {
    const slot = slots[m] ?? unplaced;
    if (slot === unplaced) continue;
    if (!Number.isInteger(slot) || slot < 0 || slot >= problem.slots) wrong.push(`meeting ${m} in slot ${slot}`);
    if (meeting.slots && !meeting.slots.includes(slot)) wrong.push(`meeting ${m} in slot ${slot}, which is not one of its own`);
    at.set(slot, [...(at.get(slot) ?? []), meeting.seats ?? meeting.people.length]);
    for (const person of meeting.people) {
      if (problem.unavailable[person]?.includes(slot)) wrong.push(`person ${person} is away in slot ${slot}`);
      const key = `${person} ${slot}`;
      if (where.has(key)) wrong.push(`person ${person} twice in slot ${slot}: meetings ${where.get(key)} and ${m}`);
      where.set(key, m);
    }
  }
  for (const [slot, needs] of at) {
    // The largest first, each to the smallest table that does.
    const free = problem.tables.filter(({ closed }) => !closed?.includes(slot)).map(({ seats }) => seats);
    for (const need of needs.sort((a, b) => b - a)) {
      const fitting = free.filter((seats) => seats >= need).sort((a, b) => a - b)[0];
      if (fitting === undefined) wrong.push(`no table with ${need} seats left in slot ${slot}`);
      else free.splice(free.indexOf(fitting), 1);
    }
  }
  for (const [first, second] of problem.precedences ?? []) {
    const [a = unplaced, b = unplaced] = [slots[first], slots[second]];
    if (a !== unplaced && b !== unplaced && a >= b) wrong.push(`meeting ${first} is not before ${second}`);
  }
  const { spread } = measure(problem, slots);
  if (spread > (problem.fairness ?? Number.POSITIVE_INFINITY)) wrong.push(`breaks differ by ${spread}`);
  return wrong;
}

/** What a schedule leaves out (the sum of worths), and its breaks: all of them, and by how much two people differ. */
export function measure(problem: Problem, slots: Slots): { missing: number; breaks: number; spread: number } {
  const days: number[][] = Array.from({ length: problem.people }, () => []);
  let missing = 0;
  for (const [m, meeting] of problem.meetings.entries()) {
    const slot = slots[m] ?? unplaced;
    if (slot === unplaced) missing += meeting.worth ?? 1;
    else for (const person of meeting.people) days[person]?.push(slot);
  }
  const breaks = days.map((own) => {
    const sorted = own.sort((a, b) => a - b);
    return sorted.filter((slot, i) => i > 0 && slot > (sorted[i - 1] as number) + 1).length;
  });
  return {
    missing,
    breaks: breaks.reduce((sum, one) => sum + one, 0),
    spread: breaks.length ? Math.max(...breaks) - Math.min(...breaks) : 0,
  };
}
