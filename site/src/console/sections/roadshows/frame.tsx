import { say } from "@lingxi/core/platform/text";
import type { CallView } from "@lingxi/core/roadshow/schema";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Notice, PageTitle } from "../../ui.tsx";
import { words } from "./words.ts";

interface Found {
  readonly call: CallView | undefined;
  readonly problem: string;
  readonly reload: () => void;
}

/** A call with its figures. */
export function useCall(id: string): Found {
  const [call, setCall] = useState<CallView>();
  const [problem, setProblem] = useState("");
  const reload = () => {
    api<CallView>(`/api/console/roadshows/${id}`).then(setCall, (error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    });
  };
  useEffect(reload, [id]);
  return { call, problem, reload };
}

const parts = ["projects", "call", "jury", "order"] as const;
type Part = (typeof parts)[number];

interface Props {
  readonly id: string;
  readonly part: Part;
  readonly found: Found;
  readonly children: ComponentChildren;
}

/** The title of one roadshow, and the way to its parts. */
export function Frame({ id, part, found, children }: Props) {
  const { locale } = useLocale();
  const { call, problem } = found;
  const base = `/console/roadshows/${id}`;
  return (
    <div class="stack">
      <p>
        <a href="/console/roadshows">← {t(words.back)}</a>
      </p>
      <PageTitle
        title={call ? say(call.title, locale) : t(words.title)}
        {...(call?.version
          ? {
              intro: t(words.figures, {
                entries: call.entries,
                handedIn: call.handedIn,
                accepted: call.accepted,
                places: call.places,
              }),
            }
          : {})}
      >
        <a class="button button--quiet" href={`/forms/roadshow/${id}`} target="_blank" rel="noopener">
          {t(words.form)}
        </a>
      </PageTitle>
      <nav class="tabs" aria-label={t(words.parts)}>
        {parts.map((one) => (
          <a
            key={one}
            class="tabs__tab"
            href={one === "projects" ? base : `${base}/${one}`}
            {...(one === part ? { "aria-current": "page" as const } : {})}
          >
            {t(words[one])}
          </a>
        ))}
      </nav>
      {problem && <Notice tone="error">{problem}</Notice>}
      {call && call.version === 0 && part !== "call" ? (
        <Notice tone="warning">
          <a href={`${base}/call`}>{t(words.notSet)}</a>
        </Notice>
      ) : (
        children
      )}
    </div>
  );
}
