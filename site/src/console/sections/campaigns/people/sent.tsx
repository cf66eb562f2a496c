import { withoutFields } from "@lingxi/core/campaign/kinds-schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { usePaged } from "../../../paged.ts";
import { t, useLocale } from "../../../text.ts";
import { Button, Empty, Notice, Table, Tag } from "../../../ui.tsx";
import { words as campaignWords } from "../words.ts";
import type { SentRow } from "./types.ts";
import { words } from "./words.ts";

const stateOf = (state: SentRow["status"]) => t(state === "excluded" ? campaignWords.refusedLate : campaignWords[state]);

function why({ campaign, template }: SentRow): string {
  if (!campaign) return t(words.own, { template });
  const { list, segment, chains, activityId } = campaign;
  const reasons = [
    activityId && t(words.guest),
    list && t(words.list, { list }),
    segment && t(words.segment, { segment }),
    chains.length > 0 && t(words.chains),
  ].filter(Boolean);
  return reasons.length ? reasons.join(" · ") : t(words.everyone);
}

/** Everything that was sent to somebody, and why. */
export function Sent({ person }: { readonly person: string }) {
  const { locale } = useLocale();
  const { items, problem, more, busy } = usePaged<SentRow>(`/api/console/contacts/${person}/sent`);
  return (
    <section class="stack">
      <h2>{t(words.history)}</h2>
      <p class="muted">{t(words.historyHelp)}</p>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && !problem && <Empty title={t(words.nothingSent)} help={t(words.nothingSentHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.history)}
          rows={items}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "mail",
              label: t(words.mail),
              cell: ({ campaign }) =>
                campaign ? (
                  <a href={`/console/campaigns/${campaign.id}`}>{withoutFields(say(campaign.subject, locale), locale)}</a>
                ) : (
                  "–"
                ),
            },
            { key: "why", label: t(words.why), cell: why },
            {
              key: "result",
              label: t(words.result),
              cell: ({ status, at, reached }) => (
                <>
                  <Tag tone={status === "delivered" ? "success" : "info"}>{stateOf(status)}</Tag>{" "}
                  <span class="keep">{formatTime(reached[status] ?? at, locale)}</span>
                </>
              ),
            },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </section>
  );
}
