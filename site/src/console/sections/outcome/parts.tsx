import { t } from "../../text.ts";
import { words } from "./words.ts";

const parts = ["attendance", "outcome", "survey", "guests"] as const;

/** The ways between what follows an activity. */
export function Parts({ id, at }: { readonly id: string; readonly at: (typeof parts)[number] }) {
  return (
    <nav class="actions" aria-label={t(words.outcome)}>
      <a href={`/console/activities/${id}/registrations`}>← {t(words.back)}</a>
      {parts.map((part) => (
        <a
          key={part}
          class="button button--quiet"
          href={`/console/activities/${id}/${part}`}
          {...(part === at ? { "aria-current": "page" } : {})}
        >
          {t(words[part])}
        </a>
      ))}
    </nav>
  );
}
