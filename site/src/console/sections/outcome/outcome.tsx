import type { StatisticsRow } from "@lingxi/core/outcome/answer-schema";
import { useEffect, useState } from "preact/hooks";
import { Twin } from "../../../figures/twin.tsx";
import chartStyles from "../../../styles/figures.css?url";
import { ApiProblem, api } from "../../api.ts";
import { useChainName } from "../../chains.tsx";
import { go } from "../../router.ts";
import { hasWholeRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Parts } from "./parts.tsx";
import { Published } from "./published.tsx";
import { chartOf, twinWords } from "./twin-of.ts";
import { words } from "./words.ts";

type Group = StatisticsRow["kinds"][number];
const named = (key: string) => (key in words ? t(words[key as keyof typeof words]) : key);

/** What an activity brought: who came, in charts with their tables, and the way to a summary. */
export function Outcome({ id }: { readonly id: string }) {
  const mayWrite = hasWholeRole(useSession(), "organiser");
  const chainName = useChainName();
  const [found, setFound] = useState<StatisticsRow>();
  const [problem, setProblem] = useState("");
  const { busy, trouble, attempt } = useWork();
  useEffect(() => {
    api<StatisticsRow>(`/api/console/outcomes/${id}`).then(setFound, (error) =>
      setProblem(error instanceof ApiProblem ? error.message : String(error)),
    );
  }, [id]);
  const summary = () =>
    void attempt(async () => {
      const made = await api<{ id: string }>(`/api/console/outcomes/${id}/summary`, { method: "POST" });
      go(`/console/cases/${made.id}`);
    });
  const chart = (name: "kinds" | "chains" | "sources", groups: readonly Group[], label: (key: string) => string) => (
    <Twin
      words={twinWords()}
      chart={chartOf({
        id: name,
        title: t(words[name]),
        note: t(words[`${name}Note`]),
        head: t(words.group),
        series: [t(words.came), t(words.absent)],
        rows: groups.map(({ key, came, seats }) => ({ key, label: label(key), values: [came, Math.max(0, seats - came)] })),
      })}
    />
  );
  return (
    <div class="stack stack--loose">
      <link rel="stylesheet" href={chartStyles} />
      <Parts id={id} at="outcome" />
      <PageTitle title={t(words.outcome)} {...(found ? { intro: t(words.intro, { ...found.total }) } : {})}>
        {mayWrite && (
          <Button busy={busy} onClick={summary}>
            {t(words.summary)}
          </Button>
        )}
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {trouble && <Notice tone="error">{trouble.message}</Notice>}
      {mayWrite && <p class="small muted">{t(words.summaryHelp)}</p>}
      {!found && !problem && <p role="status">{t(words.loading)}</p>}
      <Published id={id} />
      {found && (
        <>
          <Notice>{t(words.staffOnly)}</Notice>
          {chart("kinds", found.kinds, named)}
          {chart("chains", found.chains, (key) => (key === "unknown" ? t(words.unknown) : chainName(key)))}
          {chart("sources", found.sources, named)}
        </>
      )}
    </div>
  );
}
