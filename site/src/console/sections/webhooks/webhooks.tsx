import type { WebhookRow as Hook } from "@lingxi/core/webhook/answer-schema";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { Later } from "../../later.tsx";
import { go, usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Card, Empty, ErrorSummary, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Embed } from "./embed.tsx";
import { blank, WebhookFields } from "./fields.tsx";
import { Secret } from "./secret.tsx";
import { StateTag } from "./state.tsx";
import { words } from "./words.ts";

const one = async () => (await import("./one.tsx")).OneWebhook;

/** All webhooks, and the way to register one. */
export function Webhooks() {
  const [, , , id] = usePlace().path.split("/");
  return id ? <Later key={id} id={id} load={one} /> : <All />;
}

function All() {
  const session = useSession();
  const mayChange = hasRole(session, "organiser");
  const [items, setItems] = useState<readonly Hook[]>();
  const [problem, setProblem] = useState("");
  const [adding, setAdding] = useState(false);
  const [draft, setDraft] = useState(blank);
  const [made, setMade] = useState<{ id: string; secret: string }>();
  const { busy, trouble, attempt } = useWork();
  const load = () =>
    api<{ items: Hook[] }>("/api/console/webhooks").then(
      (page) => setItems(page.items),
      (error) => setProblem(error instanceof ApiProblem ? error.message : String(error)),
    );
  useEffect(() => void load(), []);
  const save = () =>
    attempt(async () => {
      setMade(await api<{ id: string; secret: string }>("/api/console/webhooks", { method: "POST", body: draft }));
      setAdding(false);
      setDraft(blank);
      await load();
    });
  return (
    <div class="stack stack--loose">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {mayChange && !adding && <Button onClick={() => setAdding(true)}>{t(words.add)}</Button>}
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {made && (
        <Secret secret={made.secret}>
          <Button look="quiet" onClick={() => go(`/console/webhooks/${made.id}`)}>
            {t(words.log)}
          </Button>
        </Secret>
      )}
      {adding && (
        <form
          class="card stack"
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            void save();
          }}
        >
          <h2>{t(words.add)}</h2>
          {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
          <WebhookFields draft={draft} put={setDraft} errors={trouble?.fields ?? []} />
          <div class="actions">
            <Button type="submit" busy={busy}>
              {t(words.save)}
            </Button>
          </div>
        </form>
      )}
      {!items && !problem && <p role="status">{t(words.loading)}</p>}
      {items?.length === 0 && !adding && <Empty title={t(words.none)} help={t(words.noneHelp)} />}
      {items?.map((hook) => (
        <Card key={hook.id} title={hook.note || new URL(hook.url).host} href={`/console/webhooks/${hook.id}`} level="h2">
          <p>{hook.url}</p>
          <p>
            <StateTag hook={hook} />
          </p>
        </Card>
      ))}
      <Embed />
    </div>
  );
}
