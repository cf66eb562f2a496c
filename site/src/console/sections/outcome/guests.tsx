import type { GuestRowView, PreviewRow } from "@lingxi/core/invitation/answer-schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { hasWholeRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Card, Empty, Notice, PageTitle, Table, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { blankChoice, ChoiceFields } from "./choice-fields.tsx";
import { Parts } from "./parts.tsx";
import { stageWords, whyWords, words } from "./words-guests.ts";

type Counts = Readonly<Record<keyof typeof stageWords, number>>;
const stages = Object.keys(stageWords) as (keyof typeof stageWords)[];
const tones = { chosen: "info", invited: "info", opened: "warning", registered: "success", came: "success" } as const;

/** Whom to invite to an activity, who was, and how far it went. */
export function Guests({ id }: { readonly id: string }) {
  const { locale } = useLocale();
  const mayInvite = hasWholeRole(useSession(), "organiser");
  const base = `/api/console/invitations/${id}`;
  const [counts, setCounts] = useState<Counts>();
  const [choice, setChoice] = useState(blankChoice);
  const [found, setFound] = useState<PreviewRow>();
  const [made, setMade] = useState<{ campaignId: string; chosen: number }>();
  const guests = usePaged<GuestRowView>(base);
  const { busy, trouble, attempt } = useWork();
  const count = () => void api<Counts>(`${base}/counts`).then(setCounts, () => undefined);
  useEffect(count, [base]);
  const look = () =>
    void attempt(async () => {
      setFound(undefined);
      setFound(await api<PreviewRow>(`${base}/preview`, { method: "POST", body: choice }));
    });
  const invite = () =>
    void attempt(async () => {
      const body = { ...choice, expected: found?.included };
      setMade(await api<{ campaignId: string; chosen: number }>(base, { method: "POST", body }));
      setFound(undefined);
      guests.reload();
      count();
    });
  return (
    <div class="stack stack--loose">
      <Parts id={id} at="guests" />
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      {trouble && <Notice tone="error">{trouble.message}</Notice>}
      {made && (
        <Notice tone="success" title={t(words.made, { n: made.chosen })}>
          <p>{t(words.madeNext)}</p>
          <p>
            <a class="button" href={`/console/campaigns/${made.campaignId}`}>
              {t(words.toMail)}
            </a>
          </p>
        </Notice>
      )}
      {counts && counts.chosen > 0 && (
        <Table
          caption={t(words.stages)}
          rows={stages.map((stage) => ({ stage, n: counts[stage] }))}
          rowKey={({ stage }) => stage}
          columns={[
            { key: "stage", label: t(words.stage), cell: ({ stage }) => t(stageWords[stage]) },
            { key: "n", label: t(words.people), number: true, cell: ({ n }) => n },
          ]}
        />
      )}
      {mayInvite && (
        <Card title={t(words.choose)}>
          <div class="stack">
            <ChoiceFields
              choice={choice}
              put={(next) => {
                setChoice(next);
                setFound(undefined);
              }}
              errors={trouble?.fields ?? []}
            />
            <div class="actions">
              <Button look="quiet" busy={busy} onClick={look}>
                {t(words.look)}
              </Button>
            </div>
            {found && (
              <>
                <p role="status">
                  <strong>{t(words.included, { n: found.included })}</strong> {t(words.considered, { n: found.considered })}
                </p>
                <ul>
                  {Object.entries(found.excluded).map(([why, n]) => (
                    <li key={why}>
                      {t(whyWords[why as keyof typeof whyWords])}: {n}
                    </li>
                  ))}
                </ul>
                {found.items.length > 0 && (
                  <details>
                    <summary>{t(words.who, { n: found.items.length })}</summary>
                    <ul>
                      {found.items.map(({ person, name, organisation }) => (
                        <li key={person}>{[name, organisation].filter(Boolean).join(" · ")}</li>
                      ))}
                    </ul>
                  </details>
                )}
                {found.included > 0 && (
                  <div class="actions">
                    <Button busy={busy} onClick={invite}>
                      {t(words.invite, { n: found.included })}
                    </Button>
                  </div>
                )}
              </>
            )}
          </div>
        </Card>
      )}
      <section class="stack">
        <h2>{t(words.guests)}</h2>
        {guests.problem && <Notice tone="error">{guests.problem}</Notice>}
        {guests.items?.length === 0 && <Empty title={t(words.none)} help={t(words.noneHelp)} />}
        {guests.items && guests.items.length > 0 && (
          <Table
            caption={t(words.guests)}
            rows={guests.items}
            rowKey={({ person }) => person}
            columns={[
              { key: "name", label: t(words.name), cell: ({ name }) => name ?? t(words.gone) },
              { key: "organisation", label: t(words.organisation), cell: ({ organisation }) => organisation ?? "" },
              {
                key: "stage",
                label: t(words.stage),
                cell: ({ stage }) => <Tag tone={tones[stage]}>{t(stageWords[stage])}</Tag>,
              },
              {
                key: "opened",
                label: t(stageWords.opened),
                cell: ({ openedAt }) => (openedAt ? formatTime(openedAt, locale) : ""),
              },
            ]}
          />
        )}
        {guests.more && (
          <Button look="quiet" busy={guests.busy} onClick={guests.more}>
            {t(words.more)}
          </Button>
        )}
      </section>
    </div>
  );
}
