import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { JuryEntry } from "@lingxi/core/roadshow/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { useChainName } from "../../chains.tsx";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { Facts, Said } from "../../review/parts.tsx";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Field, Notice, PageTitle, TextArea } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { type Draft, draftOf, inputOf } from "./draft.ts";
import { words } from "./words.ts";

const blank: Draft = { scores: {}, comment: "" };
const check = async (draft: Draft) => (await import("./check.ts")).check(draft);

/** One project before its juror. Marks are saved while they are typed; of what is confidential the browser keeps nothing. */
export function Score({ activityId, entryId }: { activityId: string; entryId: string }) {
  const { locale } = useLocale();
  const [entry, setEntry] = useState<JuryEntry>();
  const work = useWork();
  /** The version that lies there, and whether it is being handed in: a draft is not saved over that. */
  const latest = useRef(0);
  const handing = useRef(false);
  const writing = useRef<Promise<unknown>>();
  const path = `/api/console/jury/${activityId}/${entryId}`;
  const read = async () => {
    const found = await api<JuryEntry>(path);
    setEntry(found);
    latest.current = found.version;
    return { draft: draftOf(found), version: found.version };
  };
  const writable = entry?.open === true && entry.status !== "handed-in";
  const form = useForm<Draft>({
    ...{ place: `jury.${activityId}.${entryId}`, blank, check, read, auto: true },
    keeps: () => undefined,
    async save(draft, base) {
      if (handing.current) return { draft, version: latest.current };
      const body = { ...inputOf(draft), version: base?.version };
      const sent = api<{ version: number }>(path, { method: "PUT", body });
      writing.current = sent.catch(() => undefined);
      const { version } = await sent;
      latest.current = version;
      return { draft, version };
    },
  });
  useEffect(() => {
    read().then(form.take, work.fail);
  }, []);
  const handIn = () =>
    work.attempt(async () => {
      handing.current = true;
      try {
        // A draft that is on its way comes first: it raises the version.
        await writing.current;
        await api(`${path}/hand-in`, { method: "POST", body: { ...inputOf(form.draft), version: latest.current } });
        // Handed in is saved, so that the form takes what lies there as it is; no draft goes out meanwhile.
        await form.save();
        form.take(await read());
      } finally {
        handing.current = false;
      }
      work.tell(t(words.handedInNow));
    });
  return (
    <div class="stack">
      <p>
        <a href="/console/jury">← {t(words.back)}</a>
      </p>
      {work.told && <Notice tone="success">{work.told}</Notice>}
      {work.trouble && work.trouble.fields.length === 0 && <Notice tone="error">{work.trouble.message}</Notice>}
      {!entry && !work.trouble && <p role="status">{t(words.loading)}</p>}
      {entry && (
        <>
          <PageTitle
            title={say(entry.project.title, locale)}
            intro={`${t(words.until)} ${formatTime(entry.scoringClosesAt, locale)}`}
          />
          {entry.reopened && <Notice tone="warning">{t(words.reopened, { text: entry.reopened })}</Notice>}
          {entry.status === "handed-in" && <Notice>{t(words.handedInText)}</Notice>}
          {!entry.open && entry.status !== "handed-in" && <Notice tone="warning">{t(words.closed)}</Notice>}
          <Project entry={entry} />
          <FormAbove form={form} labels={{ scores: t(words.marks), comment: t(words.comment) }} />
          <MarksForm entry={entry} form={form} writable={writable} work={work} onHandIn={() => void handIn()} />
          <Others entry={entry} />
          {writable && <Conflict path={path} />}
        </>
      )}
    </div>
  );
}

function Project({ entry: { project, scoring } }: { readonly entry: JuryEntry }) {
  const { locale } = useLocale();
  const chainName = useChainName();
  return (
    <>
      {scoring === "blind" && <p class="muted">{t(words.blind)}</p>}
      {(["problem", "advantage", "economics"] as const).map((part) => (
        <Said key={part} heading={t(words[part])} text={say(project[part], locale)} />
      ))}
      {project.note && <Said heading={t(words.note)} text={project.note} />}
      <Facts
        facts={[
          [t(words.chain), chainName(project.chain)],
          [t(words.trl), project.trl],
          ...(project.organisation ? ([[t(words.organisation), project.organisation]] as const) : []),
          ...(project.presenter ? ([[t(words.presenter), project.presenter]] as const) : []),
        ]}
      />
    </>
  );
}

const ranges = { "0-10": [0, 10], "1-5": [1, 5] } as const;

interface MarksProps {
  readonly entry: JuryEntry;
  readonly form: ReturnType<typeof useForm<Draft>>;
  readonly writable: boolean;
  readonly work: ReturnType<typeof useWork>;
  readonly onHandIn: () => void;
}

function MarksForm({ entry, form, writable, work, onHandIn }: MarksProps) {
  const { locale } = useLocale();
  const { draft, put, problems } = form;
  const [low, high] = ranges[entry.scale];
  const fields = work.trouble?.fields.length ? work.trouble.fields : problems;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onHandIn();
      }}
    >
      <h2>{t(words.marks)}</h2>
      <fieldset class="stack bare" disabled={!writable}>
        {entry.criteria.map(({ id, name, weight }) => (
          <Field
            key={id}
            short
            type="number"
            name={`scores.${id}`}
            label={t(words.mark, { name: say(name, locale), low, high, weight })}
            value={draft.scores[id] ?? ""}
            onInput={(mark) => put("scores")({ ...draft.scores, [id]: mark })}
            errors={fields}
          />
        ))}
        <TextArea
          name="comment"
          label={t(words.comment)}
          value={draft.comment}
          onInput={put("comment")}
          errors={fields}
          rows={4}
        />
      </fieldset>
      {writable && (
        <div class="actions">
          <Button type="submit" busy={work.busy}>
            {t(words.handIn)}
          </Button>
          <SaveState form={form} />
        </div>
      )}
    </form>
  );
}

function Others({ entry: { others, criteria } }: { readonly entry: JuryEntry }) {
  const { locale } = useLocale();
  if (!others.length) return null;
  return (
    <section class="stack">
      <h2>{t(words.others)}</h2>
      <ul>
        {others.map((other, n) => (
          <li key={n}>
            {t(words.other, { n: n + 1 })}:{" "}
            {criteria.map((c) => `${say(c.name, locale)} ${other.scores[c.id] ?? "–"}`).join(" · ")}
            {other.comment && <p class="said">{other.comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way out for who is related to the project. */
function Conflict({ path }: { readonly path: string }) {
  const [asking, setAsking] = useState(false);
  const { busy, trouble, attempt } = useWork();
  const declare = () =>
    attempt(async () => {
      await api(`${path}/conflict`, { method: "POST" });
      go("/console/jury");
    });
  return (
    <section>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t(words.declareConflict)}
      </Button>
      <Dialog open={asking} title={t(words.declareConflict)} onClose={() => setAsking(false)}>
        {trouble && <Notice tone="error">{trouble.message}</Notice>}
        <p>{t(words.conflictSure)}</p>
        <Button look="danger" busy={busy} onClick={() => void declare()}>
          {t(words.declareConflict)}
        </Button>
      </Dialog>
    </section>
  );
}
