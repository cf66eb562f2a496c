import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { CallView, EntryDetail, JurorRow } from "@lingxi/core/roadshow/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { Facts, Said } from "../../review/parts.tsx";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Notice, PageTitle, Select, Table, Tag, TextArea } from "../../ui.tsx";
import { useWork, type Work } from "../../work.ts";
import { decisionText, decisionTone, markWord } from "./entries.tsx";
import { words } from "./words.ts";

interface Page {
  readonly call: CallView;
  readonly detail: EntryDetail;
  readonly jurors: readonly JurorRow[];
}

/** One project of a roadshow: what it says, who scores it, what they gave, and what is decided. */
export function EntryPage({ id, entryId }: { id: string; entryId: string }) {
  const { locale } = useLocale();
  const may = hasRole(useSession(), "organiser");
  const [page, setPage] = useState<Page>();
  const work = useWork();
  const base = `/api/console/roadshows/${id}`;
  const load = async () => {
    const [call, detail, { items }] = await Promise.all([
      api<CallView>(base),
      api<EntryDetail>(`${base}/entries/${entryId}`),
      api<{ items: JurorRow[] }>(`${base}/jurors`),
    ]);
    setPage({ call, detail, jurors: items });
  };
  useEffect(() => {
    load().catch(work.fail);
  }, [entryId]);
  const send = (path: string, body?: object) =>
    work.attempt(async () => {
      await api(`${base}/entries/${entryId}/${path}`, { method: "POST", ...(body ? { body } : {}) });
      await load();
      work.tell(t(words.done));
    });
  return (
    <div class="stack">
      <p>
        <a href={`/console/roadshows/${id}`}>← {t(words.backToList)}</a>
      </p>
      {work.told && <Notice tone="success">{work.told}</Notice>}
      {work.trouble && <Notice tone="error">{work.trouble.message}</Notice>}
      {!page && !work.trouble && <p role="status">{t(words.loading)}</p>}
      {page && (
        <>
          <PageTitle title={say(page.detail.project.title, locale)}>
            <a class="button button--quiet" href={`/console/projects/${page.detail.project.id}`}>
              {t(words.review)}
            </a>
          </PageTitle>
          <Standing page={page} />
          {may && page.detail.entry.status === "submitted" && <Decide page={page} work={work} send={send} />}
          <Scoring page={page} may={may} work={work} send={send} />
          {(["problem", "advantage", "economics"] as const).map((part) => (
            <Said key={part} heading={t(said[part])} text={say(page.detail.project[part], locale)} />
          ))}
          {page.detail.note && <Said heading={t(words.note)} text={page.detail.note} />}
        </>
      )}
    </div>
  );
}

const said = {
  problem: { "zh-CN": "解决什么问题", en: "Problem solved" },
  advantage: { "zh-CN": "比现有最好的方案强在哪里", en: "Advantage over the leading alternative" },
  economics: { "zh-CN": "经济性对比", en: "Economic comparison" },
} as const;

type Send = (path: string, body?: object) => Promise<void>;

function Standing({ page: { detail } }: { page: Page }) {
  const { entry, presenter, project } = detail;
  const tone = decisionTone(entry);
  return (
    <>
      {entry.changed && <Notice tone="warning">{t(words.changedSince)}</Notice>}
      <Facts
        facts={[
          [
            t(words.decision),
            <Tag key="decision" {...(tone ? { tone } : {})}>
              {decisionText(entry)}
            </Tag>,
          ],
          [t(words.rank), entry.rank ? `${entry.rank}${entry.tied ? ` · ${t(words.tied)}` : ""}` : "–"],
          [t(words.value), entry.value ?? "–"],
          [t(words.organisation), project.organisation],
          [t(words.presenter), [presenter.name, presenter.position].filter(Boolean).join(" · ")],
          [t(words.listing), t(words[project.status])],
          ...(entry.decision?.reason ? ([[t(words.reason), entry.decision.reason]] as const) : []),
          ...(entry.mark ? ([[t(words.day), markWord(entry.mark)]] as const) : []),
        ]}
      />
    </>
  );
}

interface PartProps {
  readonly page: Page;
  readonly work: Work;
  readonly send: Send;
}

function Decide({ page: { detail }, work, send }: PartProps) {
  const { entry } = detail;
  const [reason, setReason] = useState(entry.decision?.reason ?? "");
  const decide = (decision: string) => void send("decide", { version: entry.version, decision, reason });
  return (
    <section class="stack">
      <h2>{t(words.decide)}</h2>
      <TextArea
        name="reason"
        label={t(words.reasonOptional)}
        value={reason}
        onInput={setReason}
        errors={work.trouble?.fields}
        rows={2}
      />
      <div class="actions">
        <Button busy={work.busy} onClick={() => decide("accepted")}>
          {t(words.accept)}
        </Button>
        <Button look="quiet" busy={work.busy} onClick={() => decide("reserve")}>
          {t(words.toReserve)}
        </Button>
        <Button look="danger" busy={work.busy} onClick={() => decide("declined")}>
          {t(words.decline)}
        </Button>
      </div>
    </section>
  );
}

type State = EntryDetail["entry"]["jurors"][number];
const stateText = ({ status, proposed }: State) =>
  t(
    status === "conflict"
      ? words.conflict
      : proposed
        ? words.proposed
        : status === "draft"
          ? words.drafted
          : status === "removed"
            ? words.withdrawn
            : words[status],
  );

function Scoring({ page, may, work, send }: PartProps & { readonly may: boolean }) {
  const { locale } = useLocale();
  const { call, detail, jurors } = page;
  const [reopening, setReopening] = useState("");
  const [remark, setRemark] = useState("");
  const nameOf = (id: string) => jurors.find((one) => one.id === id)?.name ?? id;
  const given = (id: string) => detail.scores.find(({ jurorId }) => jurorId === id);
  const marks = (id: string) => call.criteria.map((c) => `${say(c.name, locale)} ${given(id)?.scores[c.id] ?? "–"}`).join(" · ");
  const free = jurors.filter(({ id }) => !detail.entry.jurors.some((one) => one.id === id));
  const open = may && !call.result && detail.entry.status === "submitted";
  return (
    <section class="stack">
      <h2>{t(words.jurors)}</h2>
      {detail.entry.jurors.length > 0 && (
        <Table<State>
          caption={t(words.jurors)}
          rows={detail.entry.jurors}
          rowKey={({ id }) => id}
          columns={[
            { key: "juror", label: t(words.juror), cell: ({ id }) => nameOf(id) },
            { key: "state", label: t(words.state), cell: stateText },
            { key: "total", label: t(words.total), number: true, cell: ({ total }) => total ?? "–" },
            {
              key: "comment",
              label: t(words.comment),
              cell: ({ id }) =>
                given(id) ? (
                  <>
                    <span class="small muted">
                      {marks(id)}
                      {given(id)?.handedInAt ? ` · ${formatTime(given(id)?.handedInAt ?? "", locale)}` : ""}
                    </span>
                    {given(id)?.comment && <p class="said">{given(id)?.comment}</p>}
                  </>
                ) : (
                  ""
                ),
            },
            {
              key: "steps",
              label: "",
              cell: (one) => {
                if (!open) return null;
                return (
                  <div class="actions">
                    {(one.proposed || one.status === "conflict") && (
                      <Button look="quiet" busy={work.busy} onClick={() => void send(`jurors/${one.id}/clear`)}>
                        {t(words.clear)}
                      </Button>
                    )}
                    {one.status === "handed-in" && (
                      <Button look="quiet" onClick={() => setReopening(one.id)}>
                        {t(words.reopen)}
                      </Button>
                    )}
                    <Button look="quiet" busy={work.busy} onClick={() => void send(`jurors/${one.id}/remove`)}>
                      {t(words.take)}
                    </Button>
                  </div>
                );
              },
            },
          ]}
        />
      )}
      {open && free.length > 0 && (
        <Select
          name="juror"
          label={t(words.add)}
          value=""
          options={free.map(({ id, name, organisation }) => ({
            value: id,
            label: organisation ? `${name} · ${organisation}` : name,
          }))}
          onInput={(id) => id && void send(`jurors/${id}/assign`)}
        />
      )}
      <Dialog open={reopening !== ""} title={t(words.reopen)} onClose={() => setReopening("")}>
        <TextArea
          name="remark"
          label={t(words.reopenWhy)}
          value={remark}
          onInput={setRemark}
          errors={work.trouble?.fields}
          rows={3}
        />
        <Button busy={work.busy} onClick={() => void send(`jurors/${reopening}/reopen`, { remark }).then(() => setReopening(""))}>
          {t(words.reopen)}
        </Button>
      </Dialog>
    </section>
  );
}
