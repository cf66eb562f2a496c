import type { MemberView } from "@lingxi/core/identity/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice } from "../../ui.tsx";
import { words } from "./words.ts";

interface Props {
  row: MemberView;
  busy: boolean;
  change: (step: string, done: string) => void;
}

/** A new way in for somebody who has lost every passkey, by two administrators. */
export function Recovery({ row, busy, change }: Props) {
  const { staffId } = useSession();
  const { locale } = useLocale();
  const { recovery } = row;
  const at = (instant: string) => formatTime(instant, locale);
  return (
    <section class="stack">
      <h2>{t(words.recovery)}</h2>
      <p>{t(words.recoveryHow)}</p>
      {recovery?.confirmedAt && <Notice tone="success">{t(words.confirmedAt, { at: at(recovery.confirmedAt) })}</Notice>}
      {recovery && !recovery.confirmedAt && <Notice tone="warning">{t(words.proposedBy, { at: at(recovery.at) })}</Notice>}
      <div class="actions">
        {!recovery && (
          <Button look="quiet" busy={busy} onClick={() => change("/recovery", t(words.proposed))}>
            {t(words.propose)}
          </Button>
        )}
        {recovery && !recovery.confirmedAt && recovery.askedBy !== staffId && (
          <Button look="danger" busy={busy} onClick={() => change("/recovery/confirm", t(words.confirmed))}>
            {t(words.confirm)}
          </Button>
        )}
        {recovery && (
          <Button look="quiet" busy={busy} onClick={() => change("/recovery/withdraw", t(words.withdrawn))}>
            {t(words.withdraw)}
          </Button>
        )}
      </div>
    </section>
  );
}
