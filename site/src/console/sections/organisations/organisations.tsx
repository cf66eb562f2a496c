import type { ClaimView } from "@lingxi/core/organisation/schema";
import { useState } from "preact/hooks";
import { usePaged } from "../../paged.ts";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Empty, Notice, PageTitle } from "../../ui.tsx";
import { Claim } from "./claim.tsx";
import { Codes } from "./codes.tsx";
import { OnRecord } from "./on-record.tsx";
import { words } from "./words.ts";

/** Who claims an organisation, and which ones are on record. */
export function Organisations() {
  const session = useSession();
  const claims = usePaged<ClaimView>("/api/console/organisations/claims");
  const [told, setTold] = useState("");
  const [round, setRound] = useState(0);
  const mayDecide = hasRole(session, "organiser") || hasRole(session, "administrator");
  const done = (text: string) => {
    setTold(text);
    claims.reload();
    setRound((n) => n + 1);
  };
  return (
    <div class="stack stack--loose">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      {told && <Notice tone="success">{told}</Notice>}
      <section class="stack">
        <h2>{t(words.claims)}</h2>
        {claims.problem && <Notice tone="error">{claims.problem}</Notice>}
        {!claims.items && !claims.problem && <p role="status">{t(words.loading)}</p>}
        {claims.items?.length === 0 && <Empty title={t(words.none)} help={t(words.noneHelp)} />}
        {claims.items && claims.items.length > 0 && <p>{t(words.how)}</p>}
        {claims.items?.map((claim) => (
          <Claim key={`${claim.code} ${claim.accountId} ${claim.version}`} claim={claim} mayDecide={mayDecide} done={done} />
        ))}
        {claims.more && (
          <Button look="quiet" busy={claims.busy} onClick={claims.more}>
            {t(words.more)}
          </Button>
        )}
      </section>
      <OnRecord key={`record ${round}`} mayDecide={mayDecide} done={done} />
      <Codes key={`codes ${round}`} mayDecide={mayDecide} done={done} />
    </div>
  );
}
