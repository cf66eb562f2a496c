import type { Localised } from "@lingxi/core/platform/text";
import type { ProjectDetail } from "@lingxi/core/project/schema";
import { useState } from "preact/hooks";
import type { Review } from "../../review/use-record.ts";
import { t } from "../../text.ts";
import { BilingualField, Button } from "../../ui.tsx";
import { words } from "./words.ts";

const names = ["title", "problem", "advantage", "economics"] as const;
const labels = { title: words.name, problem: words.problem, advantage: words.advantage, economics: words.economics } as const;

/** The public texts in both languages: the supplier's own, and the translation that an organiser adds. */
export function ProjectTexts({ project, review }: { project: ProjectDetail; review: Review<ProjectDetail> }) {
  const [texts, setTexts] = useState<Record<(typeof names)[number], Localised>>({
    title: project.title,
    problem: project.problem,
    advantage: project.advantage,
    economics: project.economics,
  });
  return (
    <details>
      <summary>{t(words.texts)}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void review.act("texts", texts, t(words.savedTexts), "PUT");
        }}
      >
        <p>{t(words.textsHelp)}</p>
        {names.map((name) => (
          <BilingualField
            key={name}
            name={name}
            label={t(labels[name])}
            value={texts[name]}
            onInput={(text) => setTexts((before) => ({ ...before, [name]: text }))}
            errors={review.trouble?.fields}
            rows={name === "title" ? undefined : 5}
          />
        ))}
        <Button type="submit" busy={review.busy}>
          {t(words.saveTexts)}
        </Button>
      </form>
    </details>
  );
}
