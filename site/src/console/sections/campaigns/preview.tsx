import { useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { t } from "../../text.ts";
import { framed } from "../../trusted.ts";
import { Button, Notice, Select } from "../../ui.tsx";
import { type Draft, toContent } from "./draft.ts";
import type { AudienceRow } from "./types.ts";
import { words } from "./words.ts";

interface Seen {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The mail as a chosen person would get it, also before it is saved. */
export function Preview({ draft, people }: { draft: Draft; people: readonly AudienceRow[] }) {
  const [person, setPerson] = useState("");
  const [locale, setLocale] = useState("");
  const [seen, setSeen] = useState<Seen>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  const look = async () => {
    setBusy(true);
    setProblem("");
    try {
      const body = { ...toContent(draft), ...(person ? { person } : {}), ...(locale ? { locale } : {}) };
      setSeen(await api<Seen>("/api/preview/campaigns", { method: "POST", body }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.fields[0]?.message ?? error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="stack">
      <h2>{t(words.step2)}</h2>
      <Select
        name="person"
        label={t(words.previewAs)}
        value={person}
        onInput={setPerson}
        options={[
          { value: "", label: t(words.nobody) },
          ...people.map((p) => ({ value: p.person, label: `${p.name ?? ""} ${p.email}`.trim() })),
        ]}
      />
      <Select
        name="locale"
        label={t(words.language)}
        value={locale}
        onInput={setLocale}
        options={[
          { value: "", label: t(words.own) },
          { value: "zh-CN", label: t(words.chinese) },
          { value: "en", label: t(words.english) },
        ]}
      />
      <p>
        <Button look="quiet" busy={busy} onClick={look}>
          {t(words.preview)}
        </Button>
      </p>
      {problem && <Notice tone="error">{problem}</Notice>}
      {seen && (
        <>
          <p>
            <strong>{seen.subject}</strong>
          </p>
          <iframe class="mail-preview" title={seen.subject} sandbox="" srcdoc={framed(seen.html)} />
          <details>
            <summary>{t(words.asText)}</summary>
            <pre class="mail-text">{seen.text}</pre>
          </details>
        </>
      )}
    </section>
  );
}
