import type { Consent } from "@lingxi/core/consent/schema";
import type { Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api.ts";
import { workEnded } from "../long-work/now.ts";
import { t, useLocale } from "../text.ts";
import { Button, Dialog, ErrorSummary, Notice, Table, TextArea } from "../ui.tsx";
import type { Review } from "./use-record.ts";
import { words } from "./words.ts";

/** How many wait; nothing while that is not known. */
export function WaitingCount({ path }: { path: string }) {
  const [found, setFound] = useState<{ count: number; more: boolean }>();
  useEffect(() => {
    // The list below says itself when the server is not reached.
    const ask = () => void api<{ count: number; more: boolean }>(path).then(setFound, () => setFound(undefined));
    ask();
    addEventListener(workEnded, ask);
    return () => removeEventListener(workEnded, ask);
  }, [path]);
  return found ? <p role="status">{t(found.more ? words.waitingMore : words.waiting, { n: found.count })}</p> : null;
}

/** What became of the last step: done, refused, or behind somebody else's, with the way to the latest version. */
export function Outcome({ review }: { review: Review<{ version: number }> }) {
  const { told, trouble: refused, reload } = review;
  // A missing reason is said where it is asked for.
  const trouble = refused?.fields.some((f) => /^(remark|outcome)/.test(f.field)) ? undefined : refused;
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

/** A step that needs a reason, in words and in the API. */
interface ReasonedStep {
  /** The button that asks, and the title of what opens. */
  readonly title: Words;
  readonly label: Words;
  readonly help: Words;
  readonly done: Words;
  readonly look?: "quiet" | "danger";
  readonly step: string;
}

/** Declining, in the words of a section. */
export const declining = (of: Readonly<Record<"decline" | "declineHelp" | "declinedNow", Words>>): ReasonedStep => ({
  title: of.decline,
  label: words.reason,
  help: of.declineHelp,
  done: of.declinedNow,
  step: "decline",
  look: "danger",
});

/** A step that needs a reason: asks for it, keeps it when it is refused. */
export function StepWithReason({ of, review }: { of: ReasonedStep; review: Review<{ version: number }> }) {
  const [open, setOpen] = useState(false);
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const { trouble } = review;
  const { look = "quiet" } = of;
  const send = async () => {
    setTried(true);
    if (!(await review.act(of.step, { remark }, t(of.done)))) return;
    setOpen(false);
    setRemark("");
    setTried(false);
  };
  return (
    <>
      <Button look={look} busy={review.busy} onClick={() => setOpen(true)}>
        {t(of.title)}
      </Button>
      <Dialog open={open} title={t(of.title)} onClose={() => setOpen(false)}>
        {open && <p>{t(of.help)}</p>}
        {open && tried && trouble && trouble.fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        {open && (
          <TextArea
            name="remark"
            label={t(of.label)}
            value={remark}
            onInput={setRemark}
            errors={tried ? trouble?.fields : undefined}
            rows={5}
          />
        )}
        <Button look={look === "danger" ? "danger" : "main"} busy={review.busy} onClick={() => void send()}>
          {t(of.title)}
        </Button>
      </Dialog>
    </>
  );
}

/** What somebody wrote, under its heading; nothing where nothing was written. */
export function Said({ heading, text }: { heading: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <section class="stack">
      <h2>{heading}</h2>
      <p class="said">{text}</p>
    </section>
  );
}

/** The way to the public page. */
export function PublicLink({ path, children }: { path: string; children: ComponentChildren }) {
  return (
    <a class="button button--quiet" href={path} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

interface Contact {
  readonly email: string;
  readonly phone?: string | undefined;
}

/** How to reach somebody, which is never public; `more` stands before it. */
export function ContactFacts({
  contact,
  more = [],
}: {
  contact: Contact;
  more?: readonly (readonly [string, ComponentChildren])[];
}) {
  return (
    <section class="stack">
      <h2>{t(words.contact)}</h2>
      <Facts facts={[...more, [t(words.email), contact.email], [t(words.phone), contact.phone ?? "–"]]} />
    </section>
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
