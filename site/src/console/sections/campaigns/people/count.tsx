import { useEffect, useState } from "preact/hooks";
import { api } from "../../../api.ts";
import { t } from "../../../text.ts";
import { Notice, Progress } from "../../../ui.tsx";
import type { SegmentCount, SegmentDraft } from "./types.ts";
import { words } from "./words.ts";

/** Milliseconds of rest after which it is counted anew. */
const rest = 600;

type Sum = Omit<SegmentCount, "cursor"> & { readonly done: boolean };

/** Counts step by step until all contacts were looked at, telling each step. */
async function countAll(rule: object, signal: AbortSignal, tell: (sum: Sum) => void): Promise<void> {
  let sum: Sum = { considered: 0, matched: 0, agreed: { "public-service": 0, commercial: 0 }, sample: [], done: false };
  let cursor: string | undefined;
  do {
    const body = { rule, ...(cursor ? { cursor } : {}) };
    const step = await api<SegmentCount>("/api/console/segments/check", { method: "POST", body, signal });
    cursor = step.cursor;
    const both = (kind: "public-service" | "commercial") => sum.agreed[kind] + step.agreed[kind];
    sum = {
      ...{ considered: sum.considered + step.considered, matched: sum.matched + step.matched, done: !cursor },
      ...{ agreed: { "public-service": both("public-service"), commercial: both("commercial") } },
      sample: [...sum.sample, ...step.sample].slice(0, 10),
    };
    tell(sum);
  } while (cursor && !signal.aborted);
}

/** How many belong to the rule as it stands in the form, and ten of them. */
export function Count({ draft: { match, groups } }: { readonly draft: SegmentDraft }) {
  const [sum, setSum] = useState<Sum>();
  const [problem, setProblem] = useState("");
  const asked = JSON.stringify({ match, groups });
  useEffect(() => {
    const stop = new AbortController();
    setSum(undefined);
    setProblem("");
    const timer = setTimeout(async () => {
      const rule = JSON.parse(asked) as object;
      if (!(await import("./check.ts")).isComplete(rule) || stop.signal.aborted) return;
      countAll(rule, stop.signal, setSum).catch((error: unknown) => {
        if (!stop.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  const { considered: n = 0, matched: m = 0 } = sum ?? {};
  return (
    <section class="stack">
      <h2>{t(words.count)}</h2>
      <p role="status">{sum ? t(sum.done ? words.counted : words.counting, { n, m }) : t(words.incomplete)}</p>
      {sum && !sum.done && <Progress label={t(words.count)} />}
      {problem && <Notice tone="error">{problem}</Notice>}
      {sum?.done && m > 0 && (
        <p class="muted">{t(words.agreed, { a: sum.agreed["public-service"], b: sum.agreed.commercial })}</p>
      )}
      {sum && sum.sample.length > 0 && (
        <>
          <h3>{t(words.sample)}</h3>
          <ul>
            {sum.sample.map(({ person, name, organisation, email }) => (
              <li key={person}>
                <a href={`/console/campaigns/contacts/${person}`}>{name || email}</a>
                {organisation ? ` · ${organisation}` : ""}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
