import type { PasskeyView, SessionView } from "@lingxi/core/identity/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePlace } from "../../router.ts";
import { proved, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { ErrorSummary, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Passkeys } from "./passkeys.tsx";
import { Sessions } from "./sessions.tsx";
import { words } from "./words.ts";

interface Mine {
  readonly name: string;
  readonly email: string;
  readonly passkeys: readonly PasskeyView[];
  readonly sessions: readonly SessionView[];
}

/** One's own way in: passkeys, and the browsers that are signed in. */
export function Me() {
  const { query } = usePlace();
  const session = useSession();
  const [mine, setMine] = useState<Mine>();
  const { busy, told, trouble, attempt, tell } = useWork();
  const load = async () => setMine(await api<Mine>("/api/console/me"));
  useEffect(() => {
    void attempt(load);
  }, []);

  const change = (work: () => Promise<string>) =>
    attempt(async () => {
      const said = await work();
      await load();
      if (session.needsPasskey) dispatchEvent(new Event(proved));
      tell(said);
    });
  const working = mine?.passkeys.filter(({ blocked }) => !blocked).length;
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={mine?.email ? `${mine.name} · ${mine.email}` : t(words.intro)} />
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      {!mine && !trouble && <p role="status">{t(words.loading)}</p>}
      {session.needsPasskey ? (
        <Notice tone="warning">
          <p>{t(words.needed)}</p>
          <p>{t(words.neededElse)}</p>
        </Notice>
      ) : (
        working === 0 && query.has("first") && <Notice tone="warning">{t(words.first)}</Notice>
      )}
      {working === 1 && <Notice>{t(words.one)}</Notice>}
      {mine && <Passkeys passkeys={mine.passkeys} busy={busy} fields={trouble?.fields ?? []} change={change} />}
      {mine && <Sessions sessions={mine.sessions} busy={busy} change={change} />}
    </div>
  );
}
