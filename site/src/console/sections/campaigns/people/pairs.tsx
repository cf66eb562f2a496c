import { usePaged } from "../../../paged.ts";
import { t } from "../../../text.ts";
import { Button, Empty, Notice, PageTitle } from "../../../ui.tsx";
import { becauseOf } from "./alike.tsx";
import type { PairRow } from "./types.ts";
import { words } from "./words.ts";

/** Contacts that may be one person, to be looked at in pairs. */
export function Pairs() {
  const { items, problem, more, busy } = usePaged<PairRow>("/api/console/contacts/alike");
  return (
    <div class="stack steps">
      <p>
        <a href="/console/campaigns/contacts">← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.pairs)} intro={t(words.pairsIntro)} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && !more && !problem && <Empty title={t(words.noPairs)} help={t(words.noPairsHelp)} />}
      <ul class="stack">
        {items?.map(({ because, both }) => (
          <li class="card" key={both.map(({ person }) => person).join()}>
            <p class="muted">{becauseOf(because)}</p>
            <ul>
              {both.map(({ person, name, email, organisation, phone }) => (
                <li key={person}>
                  <a href={`/console/campaigns/contacts/${person}`}>{name || email}</a> ·{" "}
                  {[organisation, email, phone].filter(Boolean).join(" · ")}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}
