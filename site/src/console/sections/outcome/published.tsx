import type { OutcomeViewRow } from "@lingxi/core/outcome/answer-schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Card, Notice } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

const named = (key: string) => (key in words ? t(words[key as keyof typeof words]) : key);

/** What the activity's page shows of what it brought: what would be shown, and the way there and back. */
export function Published({ id }: { readonly id: string }) {
  const { locale } = useLocale();
  const may = hasRole(useSession(), "organiser");
  const [view, setView] = useState<OutcomeViewRow>();
  const { busy, told, tell, trouble, attempt } = useWork();
  const base = `/api/console/outcomes/${id}`;
  // Of one that is not over there is nothing to publish yet.
  const read = () => api<OutcomeViewRow>(`${base}/public`).then(setView, () => undefined);
  useEffect(() => void read(), [base]);
  if (!view) return null;
  const { published, now, version } = view;
  const step = (name: "publish" | "withdraw") =>
    void attempt(async () => {
      await api(`${base}/${name}`, { method: "POST", body: { version } });
      await read();
      tell(t(name === "publish" ? words.shownNow : words.takenBack));
    });
  return (
    <Card title={t(words.onPage)}>
      <div class="stack">
        {told && <Notice tone="success">{told}</Notice>}
        {trouble && <Notice tone="error">{trouble.message}</Notice>}
        <p>{published ? t(words.shownSince, { at: formatTime(published.at, locale) }) : t(words.notShown)}</p>
        <ul>
          <li>{t(words.cameTotal, { n: now.came })}</li>
          {now.kinds.map(({ key, count }) => (
            <li key={key}>
              {named(key)}: {count}
            </li>
          ))}
          {now.survey?.ratings.map(({ label, mean }) => (
            <li key={label["zh-CN"]}>
              {say(label, locale)}: {mean.toFixed(1)} / 5
            </li>
          ))}
        </ul>
        {may && (
          <div class="actions">
            <Button busy={busy} onClick={() => step("publish")}>
              {t(published ? words.showAnew : words.show)}
            </Button>
            {published && (
              <Button look="quiet" busy={busy} onClick={() => step("withdraw")}>
                {t(words.takeBack)}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
