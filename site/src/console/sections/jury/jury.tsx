import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { JuryRow } from "@lingxi/core/roadshow/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { Later } from "../../later.tsx";
import { usePaged } from "../../paged.ts";
import { usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Card, Checkbox, Empty, Field, Notice, PageTitle, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

const score = async () => (await import("./score.tsx")).Score;

/** Addresses: what is to be scored, and `/<activity>/<project>`. */
export function Jury() {
  const { path } = usePlace();
  const [, , , activityId, entryId] = path.split("/");
  return activityId && entryId ? <Later key={entryId} load={score} activityId={activityId} entryId={entryId} /> : <JuryList />;
}

interface Self {
  readonly declared: boolean;
  readonly organisation?: string;
  readonly creditCode?: string;
}

function JuryList() {
  const { items, problem, more, busy, reload } = usePaged<JuryRow>("/api/console/jury");
  const [self, setSelf] = useState<Self>();
  const [changing, setChanging] = useState(false);
  const { fail, trouble } = useWork();
  useEffect(() => {
    api<Self>("/api/console/me/jury").then(setSelf, fail);
  }, []);
  const declared = (next: Self) => {
    setSelf(next);
    setChanging(false);
    reload();
  };
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      {(problem || trouble) && <Notice tone="error">{problem ?? trouble?.message}</Notice>}
      {self && (!self.declared || changing) && <Declare self={self} done={declared} />}
      {self?.declared && !changing && (
        <p>
          {t(words.mine, { name: self.organisation ?? "" })}{" "}
          <Button look="quiet" onClick={() => setChanging(true)}>
            {t(words.change)}
          </Button>
        </p>
      )}
      {!items && !problem && <p role="status">{t(words.loading)}</p>}
      {items?.length === 0 && <Empty title={t(words.none)} help={t(words.noneHelp)} />}
      {items?.map((row) => (
        <Row key={`${row.activityId} ${row.entryId}`} row={row} />
      ))}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}

const tones = { assigned: "warning", draft: "info", "handed-in": "success", conflict: undefined, removed: undefined } as const;

function Row({ row }: { readonly row: JuryRow }) {
  const { locale } = useLocale();
  const { title, status, proposed, open } = row;
  const tone = tones[status];
  const kept = status === "conflict" ? words.inConflict : proposed ? words.proposed : words.hidden;
  return (
    <Card
      title={title ? say(title, locale) : t(kept)}
      {...(title ? { href: `/console/jury/${row.activityId}/${row.entryId}` } : {})}
    >
      <p class="muted">
        {say(row.activity, locale)} · {t(words.until)} {formatTime(row.scoringClosesAt, locale)}{" "}
        <Tag {...(tone ? { tone } : {})}>{t(words[status])}</Tag> {!open && status !== "handed-in" && <Tag>{t(words.over)}</Tag>}
      </p>
    </Card>
  );
}

/** Where the juror belongs, before they see anything. */
function Declare({ self, done }: { readonly self: Self; readonly done: (self: Self) => void }) {
  const [organisation, setOrganisation] = useState(self.organisation ?? "");
  const [creditCode, setCreditCode] = useState(self.creditCode ?? "");
  const [confidential, setConfidential] = useState(self.declared);
  const { busy, trouble, attempt } = useWork();
  const fields = trouble?.fields ?? [];
  const save = () =>
    attempt(async () => {
      await api("/api/console/me/jury", { method: "PUT", body: { organisation, creditCode, confidential } });
      done({ declared: true, organisation, creditCode });
    });
  return (
    <Card title={t(words.declare)}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t(words.declareHelp)}</p>
        {trouble && fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        <Field name="organisation" label={t(words.organisation)} value={organisation} onInput={setOrganisation} errors={fields} />
        <Field name="creditCode" label={t(words.creditCode)} value={creditCode} onInput={setCreditCode} errors={fields} />
        <Checkbox
          name="confidential"
          label={t(words.confidential)}
          checked={confidential}
          onChange={setConfidential}
          errors={fields}
        />
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(words.save)}
          </Button>
        </div>
      </form>
    </Card>
  );
}
