import type { Consent } from "@lingxi/core/consent/schema";
import { formatTime } from "@lingxi/core/platform/time";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api.ts";
import { t, useLocale } from "../text.ts";
import { Button, Dialog, ErrorSummary, Notice, Table, TextArea } from "../ui.tsx";
import type { Review } from "./use-record.ts";
import { words } from "./words.ts";

/** How many wait; nothing while that is not known. */
export function WaitingCount({ path }: { path: string }) {
  const [found, setFound] = useState<{ count: number; more: boolean }>();
  useEffect(() => {
    // The list below says itself when the server is not reached.
    api<{ count: number; more: boolean }>(path).then(setFound, () => setFound(undefined));
  }, [path]);
  return found ? <p role="status">{t(found.more ? words.waitingMore : words.waiting, { n: found.count })}</p> : null;
}

interface TabsProps<State extends string> {
  path: string;
  states: readonly State[];
  current: State;
  label: (state: State) => string;
}

/** The states of a list, each with an address. */
export function StateTabs<State extends string>({ path, states, current, label }: TabsProps<State>) {
  return (
    <nav class="tabs" aria-label={t(words.state)}>
      {states.map((state) => (
        <a class="tabs__tab" key={state} href={`${path}?status=${state}`} aria-current={state === current ? "page" : undefined}>
          {label(state)}
        </a>
      ))}
    </nav>
  );
}

/** What became of the last step: done, refused, or behind somebody else's, with the way to the latest version. */
export function Outcome({ review }: { review: Review<{ version: number }> }) {
  const { told, trouble: refused, reload } = review;
  // A missing reason is said where it is asked for.
  const trouble = refused?.fields.some((f) => f.field === "remark") ? undefined : refused;
  return (
    <>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      {trouble && (trouble.status === 412 || trouble.status === 409) && (
        <Button look="quiet" onClick={reload}>
          {t(words.reload)}
        </Button>
      )}
    </>
  );
}

interface ReasonProps {
  /** The button that asks, and the title of what opens. */
  title: string;
  label: string;
  help: string;
  look?: "quiet" | "danger";
  review: Review<{ version: number }>;
  step: string;
  done: string;
}

/** A step that needs a reason: asks for it, keeps it when it is refused. */
export function StepWithReason({ title, label, help, look = "quiet", review, step, done }: ReasonProps) {
  const [open, setOpen] = useState(false);
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const { trouble } = review;
  const send = async () => {
    setTried(true);
    if (!(await review.act(step, { remark }, done))) return;
    setOpen(false);
    setRemark("");
    setTried(false);
  };
  return (
    <>
      <Button look={look} busy={review.busy} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        {open && <p>{help}</p>}
        {open && tried && trouble && trouble.fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        {open && (
          <TextArea
            name="remark"
            label={label}
            value={remark}
            onInput={setRemark}
            errors={tried ? trouble?.fields : undefined}
            rows={5}
          />
        )}
        <Button look={look === "danger" ? "danger" : "main"} busy={review.busy} onClick={() => void send()}>
          {title}
        </Button>
      </Dialog>
    </>
  );
}

/** Terms and what they are. */
export function Facts({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts facts--wide">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each consent with its text version, time and source. */
export function Consents({ consents }: { consents: readonly Consent[] }) {
  const { locale } = useLocale();
  return (
    <section class="stack">
      <h2>{t(words.consents)}</h2>
      <Table
        caption={t(words.consents)}
        rows={consents}
        rowKey={(c) => `${c.purpose} ${c.at}`}
        columns={[
          { key: "purpose", label: t(words.purpose), cell: (c) => t(words[c.purpose]) },
          { key: "version", label: t(words.version), cell: (c) => c.version },
          { key: "at", label: t(words.given), cell: (c) => formatTime(c.at, locale) },
          { key: "source", label: t(words.source), cell: (c) => t(words[c.source]) },
          { key: "withdrawn", label: t(words.withdrawn), cell: (c) => (c.withdrawnAt ? formatTime(c.withdrawnAt, locale) : "") },
        ]}
      />
    </section>
  );
}
