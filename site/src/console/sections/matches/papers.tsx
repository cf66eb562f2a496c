import type { Deal, DocumentKind } from "@lingxi/core/matching/deal-schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { Checkbox, Select } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { Button, Tag } from "../../ui.tsx";
import { UploadField } from "../../upload.tsx";
import type { Send } from "./deal.tsx";
import { dealWords as words } from "./words-deal.ts";

const kindNames: readonly DocumentKind[] = ["letter", "minutes", "technical", "evaluation", "contract", "receipt", "other"];

interface Props {
  deal: Deal;
  path: string;
  busy: boolean;
  fields: readonly FieldProblem[] | undefined;
  send?: Send;
}

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Papers of the two, for staff alone. */
export function Papers({ deal, path, busy, fields, send }: Props) {
  const { locale } = useLocale();
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState("");
  const [personal, setPersonal] = useState(false);
  /** The field shows another file's name until it is made anew. */
  const [turn, setTurn] = useState(0);
  const add = async () => {
    const body = new FormData();
    if (file) body.set("file", file);
    body.set("kind", kind);
    body.set("personal", personal ? "yes" : "");
    if (!(await send?.("documents", body, t(words.kept)))) return;
    setFile(undefined);
    setKind("");
    setPersonal(false);
    setTurn((n) => n + 1);
  };
  return (
    <section class="stack stack--near" aria-label={t(words.papers)}>
      <h2>{t(words.papers)}</h2>
      {!deal.documents.length && <p class="muted">{t(words.papersNone)}</p>}
      <ul class="stack stack--near">
        {deal.documents.map(({ id, kind: of, personal: names, size: bytes, at, by }) => (
          <li key={id}>
            <a href={`${path}/documents/${id}`} download>
              {t(words[`kind-${of}`])}
            </a>{" "}
            {names && <Tag tone="info">{t(words.personalTag)}</Tag>}{" "}
            <span class="muted">
              {size(bytes)} · {formatTime(at, locale)} · {by.name ?? by.id}
            </span>{" "}
            {send && (
              <Button look="quiet" busy={busy} onClick={() => void send(`documents/${id}`, {}, t(words.removed), "DELETE")}>
                {t(words.remove)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {send && (
        <details>
          <summary>{t(words.addPaper)}</summary>
          <div class="stack">
            <UploadField
              key={turn}
              name="file"
              label={t(words.file)}
              hint={t(words.fileHint)}
              accept="application/pdf"
              onChoose={setFile}
              {...(fields ? { errors: fields } : {})}
            />
            <Select
              name="kind"
              label={t(words.kind)}
              value={kind}
              onInput={setKind}
              options={kindNames.map((value) => ({ value, label: t(words[`kind-${value}`]) }))}
              errors={fields}
            />
            <Checkbox name="personal" label={t(words.personal)} checked={personal} onChange={setPersonal} />
            <Button look="quiet" busy={busy} onClick={() => void add()}>
              {t(words.upload)}
            </Button>
          </div>
        </details>
      )}
    </section>
  );
}
