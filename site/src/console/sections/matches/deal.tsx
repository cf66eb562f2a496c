import type { Deal } from "@lingxi/core/matching/deal-schema";
import { say } from "@lingxi/core/platform/text";
import { formatDay } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { useChainName } from "../../chains.tsx";
import { amounts } from "../../review/amounts.ts";
import { Facts } from "../../review/parts.tsx";
import { words as common } from "../../review/words.ts";
import { go } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Tag } from "../../ui.tsx";
import { Take } from "../demands/match-steps.tsx";
import { words as stepWords } from "../demands/match-words.ts";
import { DealHistory } from "./deal-history.tsx";
import { Papers } from "./papers.tsx";
import { Reminders } from "./reminders.tsx";
import { dealWords as words } from "./words-deal.ts";

const folders = { project: "projects", patent: "patents", talent: "talents" } as const;

/** What a part of the desk may do: sends, and shows what then stands. @returns whether it was done */
export type Send = (path: string, body: object | FormData, done: string, method?: "POST" | "DELETE") => Promise<boolean>;

/** One need and one offer: what stands, what comes next, and everything that was done. */
export function DealDesk({ demandId, offerId }: { demandId: string; offerId: string }) {
  const { locale } = useLocale();
  const session = useSession();
  const chainName = useChainName();
  const [deal, setDeal] = useState<Deal>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [about, setAbout] = useState("");
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const path = `/api/console/matches/${demandId}/offers/${offerId}`;
  const organiser = hasRole(session, "organiser");
  const may = organiser || hasRole(session, "broker");
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setTold("");
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const load = async () => setDeal(await api<Deal>(path));
  useEffect(() => void attempt(load), [path]);
  const send: Send = (below, body, done, method = "POST") => {
    setAbout(below.split("/")[0] ?? "");
    return attempt(async () => {
      await api(`${path}/${below}`, { method, ...(method === "POST" ? { body } : {}) });
      await load();
      setTold(done);
    });
  };
  const fields = (part: string) => (about === part ? problem?.fields : undefined);
  const makeCase = () =>
    attempt(async () => {
      const { id } = await api<{ id: string }>(`${path}/case`, { method: "POST", body: {} });
      go(`/console/cases/${id}`);
    });
  return (
    <div class="stack" aria-busy={busy}>
      <p>
        <a href="/console/matches">← {t(words.back)}</a>
      </p>
      <PageTitle title={deal ? say(deal.demandTitle, locale) : t(words.title)} intro={t(words.intro)} />
      {problem && <Notice tone="error">{problem.message}</Notice>}
      <p role="status" class={told ? "notice notice--success" : ""}>
        {told}
      </p>
      {deal && (
        <>
          {deal.related && (
            <Notice tone="warning" title={t(words.related)}>
              {t(words.relatedHelp)}
            </Notice>
          )}
          {deal.inForce === false && (
            <Notice tone="warning" title={t(words.notInForce)}>
              {t(words.notInForceHelp)}
            </Notice>
          )}
          <Facts
            facts={[
              [t(words.need), <a href={`/console/demands/${demandId}`}>{say(deal.demandTitle, locale)}</a>],
              [
                t(words.offer),
                <>
                  <Tag>{t(stepWords[deal.kind])}</Tag>{" "}
                  <a href={`/console/${folders[deal.kind]}/${offerId}`}>{say(deal.offerTitle, locale) || offerId}</a>
                </>,
              ],
              [t(common.organisation), deal.organisation],
              [t(common.chain), chainName(deal.chain)],
            ]}
          />
          {deal.conversion && (
            <section class="card stack stack--near" aria-label={t(words.agreed)}>
              <h2>{t(words.agreed)}</h2>
              <p>
                <Tag tone="success">{t(common[deal.conversion.way])}</Tag> {formatDay(deal.conversion.on, locale)} ·{" "}
                {deal.conversion.amountFrom === undefined && deal.conversion.amountTo === undefined
                  ? t(words.noAmount)
                  : amounts(deal.conversion.amountFrom, deal.conversion.amountTo)}
              </p>
              {deal.conversion.managers.length > 0 && (
                <p>
                  {t(words.brokeredBy)}
                  {deal.conversion.managers
                    .map(({ name, organisation }) => [name || t(words.gonePerson), organisation].filter(Boolean).join(" · "))
                    .join(locale === "en" ? "; " : "；")}
                </p>
              )}
              <p class="muted">{t(words.amountHelp)}</p>
              {organiser && (
                <p>
                  <Button look="quiet" busy={busy} onClick={() => void makeCase()}>
                    {t(words.makeCase)}
                  </Button>
                </p>
              )}
            </section>
          )}
          {may && (
            <Take
              offerId={offerId}
              busy={busy}
              fields={fields("steps")}
              take={(body) => send("steps", body, t(stepWords.recorded))}
            />
          )}
          <Reminders deal={deal} busy={busy} fields={fields("reminders")} {...(may ? { send } : {})} />
          <Papers deal={deal} path={path} busy={busy} fields={fields("documents")} {...(may ? { send } : {})} />
          <DealHistory deal={deal} busy={busy} {...(may ? { send } : {})} />
        </>
      )}
    </div>
  );
}
