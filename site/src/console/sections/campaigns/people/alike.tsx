import { formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../../text.ts";
import { Button } from "../../../ui.tsx";
import type { ContactView } from "./types.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: ContactView;
  readonly busy: boolean;
  readonly may: boolean;
  readonly act: (step: string, body: object, told: string) => void;
}

export const becauseOf = (because: readonly ("phone" | "name")[]) =>
  because.map((one) => t(one === "phone" ? words.samePhone : words.sameName)).join(" · ");

/** What other sources say otherwise: taken or left, one by one. */
export function Differences({ view: { contact }, busy, may, act }: Props) {
  const open = (contact.differences ?? []).filter(({ kept }) => !kept);
  if (!open.length) return null;
  return (
    <section class="stack">
      <h2>{t(words.differences)}</h2>
      <p class="muted">{t(words.differencesHelp)}</p>
      <ul class="stack">
        {open.map(({ field, value, from }) => (
          <li class="card" key={`${field} ${value}`}>
            <p>{t(words.says, { from, value, now: String(contact[field] ?? "") })}</p>
            {may && (
              <div class="actions">
                <Button look="quiet" busy={busy} onClick={() => act("differences", { field, value, take: true }, t(words.saved))}>
                  {t(words.take)}
                </Button>
                <Button
                  look="quiet"
                  busy={busy}
                  onClick={() => act("differences", { field, value, take: false }, t(words.saved))}
                >
                  {t(words.keep)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who may be the same person, and which addresses were merged. */
export function Alike({ view: { alike, addresses }, busy, may, act }: Props) {
  const { locale } = useLocale();
  const now = new Date().toISOString();
  return (
    <>
      {alike.length > 0 && (
        <section class="stack">
          <h2>{t(words.alike)}</h2>
          <p class="muted">{t(words.alikeHelp)}</p>
          <ul class="stack">
            {alike.map(({ person, email, name, organisation, phone, version, because }) => (
              <li class="card" key={person}>
                <p>
                  <a href={`/console/campaigns/contacts/${person}`}>{name || email}</a> ·{" "}
                  {[organisation, email, phone].filter(Boolean).join(" · ")}
                </p>
                <p class="muted">{becauseOf(because)}</p>
                {may && (
                  <div class="actions">
                    <Button
                      look="quiet"
                      busy={busy}
                      onClick={() => act("merge", { other: person, otherVersion: version }, t(words.merged))}
                    >
                      {t(words.merge)}
                    </Button>
                    <Button look="quiet" busy={busy} onClick={() => act("dismiss", { other: person }, t(words.dismissed))}>
                      {t(words.two)}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {addresses.length > 0 && (
        <section class="stack">
          <h2>{t(words.addresses)}</h2>
          <ul class="stack">
            {addresses.map(({ person, email, undo }) => (
              <li class="card" key={person}>
                <p>{email}</p>
                {may && undo > now && (
                  <div class="actions">
                    <Button look="quiet" busy={busy} onClick={() => act("merge/undo", { other: person }, t(words.undone))}>
                      {t(words.undo)}
                    </Button>
                    <span class="muted">{t(words.undoUntil, { at: formatTime(undo, locale) })}</span>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
