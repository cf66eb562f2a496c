/** A known flaw in a package that the lock file names. */
export interface Flaw {
  /** As the advisory database names it: `GHSA-…`. */
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
}

/** A flaw that is known and being dealt with: since when, and what is done until it is mended. */
export interface Noted {
  readonly id: string;
  /** The day on which it was seen, as 2026-11-30. */
  readonly since: string;
  readonly why: string;
}

/** Days within which a flaw is mended or switched off, by what docs/security.md promises. */
const days: Readonly<Record<string, number>> = { critical: 3, high: 14 };
const others = 60;

export interface Judged extends Flaw {
  /** `new` is not noted yet; `open` is within its time until that day; `late` is past it. */
  readonly state: "new" | "open" | "late";
  readonly until?: string;
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | Via)[] }>>;
}
interface Via {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly severity: string;
}

/** The flaws in what `npm audit --json` answers, each once. @throws Error when it is no report, so that no answer is never taken for a good one */
export function flawsIn(report: unknown): Flaw[] {
  const { vulnerabilities } = (report ?? {}) as Report;
  if (!vulnerabilities) throw new Error(`npm audit gave no report: ${JSON.stringify(report ?? null).slice(0, 300)}`);
  const found = new Map<string, Flaw>();
  for (const { via } of Object.values(vulnerabilities))
    for (const one of via)
      if (typeof one !== "string") {
        const id = one.url.split("/").at(-1) ?? one.url;
        found.set(`${id} ${one.name}`, { id, package: one.name, severity: one.severity, title: one.title, url: one.url });
      }
  return [...found.values()].sort((a, b) => a.id.localeCompare(b.id));
}

/** What of each flaw is to be done by the day given. */
export const judge = (flaws: readonly Flaw[], noted: readonly Noted[], today: string): Judged[] =>
  flaws.map((flaw): Judged => {
    const known = noted.find(({ id }) => id === flaw.id);
    if (!known) return { ...flaw, state: "new" };
    const until = new Date(Date.parse(known.since) + (days[flaw.severity] ?? others) * 86_400_000).toISOString().slice(0, 10);
    return { ...flaw, state: today > until ? "late" : "open", until };
  });
