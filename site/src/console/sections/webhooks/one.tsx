import type { DeliveryRow as Delivery, WebhookRow as Hook } from "@lingxi/core/webhook/answer-schema";
import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { go } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Dialog, ErrorSummary, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { type Draft, WebhookFields } from "./fields.tsx";
import { Log, outcomeOf } from "./log.tsx";
import { Secret } from "./secret.tsx";
import { StateTag } from "./state.tsx";
import { words } from "./words.ts";

/** One webhook: whether it is on, its test, its secret, where to and what, and its log. */
export function OneWebhook({ id }: { readonly id: string }) {
  const session = useSession();
  const mayChange = hasRole(session, "organiser");
  const base = `/api/console/webhooks/${encodeURIComponent(id)}`;
  const [hook, setHook] = useState<Hook>();
  const [draft, setDraft] = useState<Draft>();
  const [secret, setSecret] = useState("");
  const [asking, setAsking] = useState<"roll" | "remove">();
  const [round, setRound] = useState(0);
  const { busy, told, trouble, attempt, tell, fail } = useWork();
  const load = useCallback(async () => {
    const found = await api<Hook>(base);
    setHook(found);
    setDraft({ url: found.url, events: found.events, note: found.note });
    setRound((n) => n + 1);
  }, [base]);
  useEffect(() => void load().catch(fail), [load]);
  if (!hook || !draft) return trouble ? <Notice tone="error">{trouble.message}</Notice> : <p role="status">{t(words.loading)}</p>;
  const { version } = hook;
  const step = (path: string, body: object) => api<{ secret?: string }>(`${base}${path}`, { method: "POST", body });
  const doing = (work: () => Promise<unknown>) => () =>
    void attempt(async () => {
      try {
        await work();
      } finally {
        await load().catch((error) => error instanceof ApiProblem);
      }
    });
  const turn = doing(() => step("/switch", { version, on: hook.status !== "active" }));
  const test = doing(async () => {
    const sent = await api<Delivery>(`${base}/test`, { method: "POST" });
    tell(t(words.tested, { outcome: outcomeOf(sent) }));
  });
  const save = doing(async () => {
    await api(base, { method: "PUT", body: { ...draft, version } });
    tell(t(words.saved));
  });
  const roll = doing(async () => {
    setSecret((await step("/secret", { version })).secret ?? "");
    setAsking(undefined);
  });
  const remove = () =>
    void attempt(async () => {
      await step("/remove", { version });
      go("/console/webhooks");
    });
  return (
    <div class="stack stack--loose">
      <p>
        <a href="/console/webhooks">← {t(words.back)}</a>
      </p>
      <PageTitle title={hook.note || new URL(hook.url).host} intro={hook.url}>
        {mayChange && (
          <>
            {hook.status === "active" && (
              <Button busy={busy} onClick={test}>
                {t(words.test)}
              </Button>
            )}
            <Button look="quiet" busy={busy} onClick={turn}>
              {t(hook.status === "active" ? words.off : words.on)}
            </Button>
            <Button look="quiet" onClick={() => setAsking("roll")}>
              {t(words.roll)}
            </Button>
            <Button look="danger" onClick={() => setAsking("remove")}>
              {t(words.remove)}
            </Button>
          </>
        )}
      </PageTitle>
      <p>
        <StateTag hook={hook} />
      </p>
      {hook.disabledBecause && (
        <Notice tone="warning">{t(hook.disabledBecause === "gone" ? words.whyGone : words.whyFailing)}</Notice>
      )}
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      {secret && <Secret secret={secret} />}
      <Log key={round} base={base} mayChange={mayChange && hook.status === "active"} />
      {mayChange && (
        <details class="card">
          <summary>{t(words.edit)}</summary>
          <div class="stack">
            <WebhookFields draft={draft} put={setDraft} errors={trouble?.fields ?? []} />
            <div class="actions">
              <Button busy={busy} onClick={save}>
                {t(words.save)}
              </Button>
            </div>
          </div>
        </details>
      )}
      <Dialog
        open={asking !== undefined}
        title={t(asking === "remove" ? words.remove : words.roll)}
        onClose={() => setAsking(undefined)}
      >
        <p>{t(asking === "remove" ? words.removeSure : words.rollSure)}</p>
        <Button look={asking === "remove" ? "danger" : "main"} busy={busy} onClick={asking === "remove" ? remove : roll}>
          {t(asking === "remove" ? words.remove : words.roll)}
        </Button>
      </Dialog>
    </div>
  );
}
