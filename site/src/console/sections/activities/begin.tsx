import { startingAt } from "@lingxi/core/activity/later-schema";
import { type Localised, say } from "@lingxi/core/platform/text";
import { localTime } from "@lingxi/core/platform/zone";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button } from "../../ui.tsx";
import { words } from "./authoring-words.ts";
import { type Draft, draftOf, toInstant } from "./draft.ts";
import { type Template, templates } from "./templates.ts";

/** A template that somebody kept. */
interface Kept extends Template {
  readonly version: number;
}

/** What a new activity began with, and the draft that it gave. */
export interface Beginning {
  readonly template: Template;
  readonly draft: Draft;
}

const ahead = 21;

/** The template three weeks ahead, at its own hour. */
function begun(template: Template): Beginning {
  const { content } = template;
  const clock = localTime(content.startsAt, content.timeZone).slice(11);
  const day = localTime(new Date(Date.now() + ahead * 86_400_000).toISOString(), content.timeZone).slice(0, 10);
  const moved = startingAt(template, toInstant(`${day}T${clock}`, content.timeZone));
  return { template, draft: draftOf(moved.content) };
}

/** The agenda of the template at the start that was typed in the end. */
export const agendaAt = ({ template }: Beginning, startsAt: string) => startingAt(template, startsAt).agenda;

interface Props {
  onBegin: (beginning: Beginning) => void;
  tell: (text: string) => void;
}

/** What a new activity may begin with: templates that come along, and those that were kept. */
export function Begin({ onBegin, tell }: Props) {
  const { locale } = useLocale();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const read = () => api<{ items: Kept[] }>("/api/console/activity-templates?limit=100").then(({ items }) => setKept(items));
  useEffect(() => {
    read().catch(() => {});
  }, []);
  const drop = async ({ id, version }: Kept) => {
    await api(`/api/console/activity-templates/${id}/drop`, { method: "POST", body: { version } });
    tell(t(words.dropped));
    await read();
  };
  const button = (template: Template, name: Localised = template.name) => (
    <Button look="quiet" onClick={() => onBegin(begun(template))}>
      {say(name, locale)}
    </Button>
  );
  return (
    <section class="card stack" aria-labelledby="begin">
      <h2 id="begin">{t(words.begin)}</h2>
      <p class="small">{t(words.beginHint)}</p>
      <div class="actions">
        {templates.map((template) => (
          <span key={template.id}>{button(template)}</span>
        ))}
      </div>
      {kept.length > 0 && (
        <div class="actions">
          {kept.map((one) => (
            <span class="actions" key={one.id}>
              {button(one)}
              <button
                type="button"
                class="link-button"
                aria-label={t(words.drop, { name: say(one.name, locale) })}
                onClick={() => void drop(one)}
              >
                ×
              </button>
            </span>
          ))}
        </div>
      )}
    </section>
  );
}
