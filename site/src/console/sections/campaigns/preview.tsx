import { mailLooks } from "@lingxi/core/campaign/blocks-schema";
import { useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { t } from "../../text.ts";
import { framed } from "../../trusted.ts";
import { Button, Notice, Select } from "../../ui.tsx";
import { type Draft, toContent } from "./draft.ts";
import type { AudienceRow } from "./types.ts";
import { words } from "./words.ts";

const looks = ["light", "dark", "narrow", "text"] as const;
type Look = (typeof looks)[number];

interface Seen {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The console lets no style sheet of a mail run: what it would change is written onto the elements. */
const shownAs = (html: string, look: Look) =>
  (look === "dark" || look === "narrow" ? mailLooks[look] : []).reduce((all, [is, then]) => all.replaceAll(is, then), html);

interface Props {
  draft: Draft;
  /** What was made of this notification for its test, instead of what is being typed. */
  of?: string;
  people: readonly AudienceRow[];
}

/** The mail as a chosen person would get it, also before it is saved; light, dark, narrow, and as text. */
export function Preview({ draft, of, people }: Props) {
  const [person, setPerson] = useState("");
  const [locale, setLocale] = useState("");
  const [look, setLook] = useState<Look>("light");
  const [seen, setSeen] = useState<Seen>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  const show = async () => {
    setBusy(true);
    setProblem("");
    try {
      const body = {
        ...toContent(draft),
        ...(of ? { campaignId: of } : {}),
        ...(person ? { person } : {}),
        ...(locale ? { locale } : {}),
      };
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
      <Select
        name="look"
        label={t(words.look)}
        value={look}
        onInput={(chosen) => setLook(chosen as Look)}
        options={looks.map((one) => ({ value: one, label: t(words.looks[one]) }))}
      />
      <p>
        <Button look="quiet" busy={busy} onClick={show}>
          {t(words.preview)}
        </Button>
      </p>
      {problem && <Notice tone="error">{problem}</Notice>}
      {seen && (
        <>
          <p>
            <strong>{seen.subject}</strong>
          </p>
          {look === "text" ? (
            <pre class="mail-text">{seen.text}</pre>
          ) : (
            <div class={`mail-frame mail-frame--${look}`}>
              <iframe key={look} class="mail-preview" title={seen.subject} sandbox="" srcdoc={framed(shownAs(seen.html, look))} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
