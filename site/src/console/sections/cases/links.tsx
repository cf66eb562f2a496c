import { type CaseLinks, type LinkKind, linkKinds, storyLimits } from "@lingxi/core/cases/schema";
import { type Localised, say } from "@lingxi/core/platform/text";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { OrderTools } from "../../order/tools.tsx";
import { useOrder } from "../../order/use-order.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Tag } from "../../ui.tsx";
import { fieldWords as words } from "./words-fields.ts";

/** What is public of a thing, as far as it is named here; the title of a person is a position. */
interface Thing {
  readonly id: string;
  readonly title: Localised | string;
  readonly name?: string;
}
interface Found {
  readonly id: string;
  readonly title: Localised;
}

const prefixes: Readonly<Record<LinkKind, string>> = { activities: "act", projects: "prj", demands: "dem", talents: "tal" };
const named = ({ id, title, name }: Thing): Found => ({ id, title: typeof title === "string" ? { "zh-CN": name ?? id } : title });

const known = new Map<string, Found | null>();

/** A public thing by its id; null when it is not public. Throws an ApiProblem when nobody can say. */
async function lookUp(kind: LinkKind, id: string): Promise<Found | null> {
  const kept = known.get(id);
  if (kept) return kept;
  try {
    const found = named(await api<Thing>(`/api/${kind}/${id}`));
    known.set(id, found);
    return found;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

interface LinksProps {
  value: CaseLinks;
  onInput: (links: CaseLinks, apart?: boolean) => void;
  errors: readonly FieldProblem[];
}

/** What stands behind a case, chosen by searching titles. */
export function LinksField({ value, onInput, errors }: LinksProps) {
  return (
    <fieldset class="field links" id={idOf("links")}>
      <legend class="field__label">{t(words.parts.links)}</legend>
      <span class="field__hint">{t(words.linksHint)}</span>
      <div class="links__kinds">
        {linkKinds.map((kind) => (
          <KindOfLinks
            key={kind}
            kind={kind}
            ids={value[kind]}
            onInput={(ids, apart) => onInput({ ...value, [kind]: ids }, apart)}
            errors={errors}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface KindProps {
  kind: LinkKind;
  ids: readonly string[];
  onInput: (ids: readonly string[], apart?: boolean) => void;
  errors: readonly FieldProblem[];
}

function KindOfLinks({ kind, ids, onInput, errors }: KindProps) {
  const { locale } = useLocale();
  const [things, setThings] = useState<Readonly<Record<string, Found | null | undefined>>>({});
  const [q, setQ] = useState("");
  const [found, setFound] = useState<readonly Found[]>();
  const [told, tell] = useState("");
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const order = useOrder(ids, onInput, list);
  const name = `links.${kind}`;
  const label = t(words.kinds[kind]);

  useEffect(() => {
    for (const id of ids)
      if (!(id in things))
        // Where nobody can say, its number stands in its place, and it is not called gone.
        lookUp(kind, id).then(
          (thing) => setThings((now) => ({ ...now, [id]: thing })),
          () => setThings((now) => ({ ...now, [id]: undefined })),
        );
  }, [kind, ids]);

  const add = (thing: Found) => {
    known.set(thing.id, thing);
    setThings((now) => ({ ...now, [thing.id]: thing }));
    if (ids.includes(thing.id)) return tell(t(words.linkThere));
    if (ids.length >= storyLimits.links) return tell(t(words.linkFull));
    onInput([...ids, thing.id]);
    tell(t(words.linkAdded, { title: say(thing.title, locale) }));
    setQ("");
    setFound(undefined);
    input.current?.focus();
  };
  const search = async () => {
    if (!q.trim() || busy) return;
    setBusy(true);
    tell("");
    setFound(undefined);
    try {
      // Lower-case base 32, as ids are; within an address or alone.
      const id = new RegExp(`${prefixes[kind]}_[0-9a-z]{26}`).exec(q)?.[0];
      if (id) {
        const thing = await lookUp(kind, id);
        if (thing) add(thing);
        else tell(t(words.linkNone, { kind: label }));
        return;
      }
      const answer = await api<{ entries: readonly { thing: Thing }[] }>(`/api/find?of=${kind}&q=${encodeURIComponent(q)}`);
      const things = answer.entries.slice(0, 8).map(({ thing }) => named(thing));
      setFound(things);
      if (!things.length) tell(t(words.linkNone, { kind: label }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      tell(t(words.linkUnsearchable));
    } finally {
      setBusy(false);
    }
  };

  const titleOf = (id: string) => {
    const thing = things[id];
    return thing ? say(thing.title, locale) : id;
  };
  const error = errors.find(({ field }) => field === name)?.message;
  return (
    <div class="links__kind" id={idOf(name)}>
      <h3 class="links__name">{label}</h3>
      {error && <span class="field__error">{error}</span>}
      {ids.length > 0 && (
        <ol class="links__list" ref={list} {...order.list}>
          {order.rows.map(({ one: id, index, lifted }) => {
            const gone = things[id] === null;
            const wrong = errors.find(({ field }) => field === `${name}.${index}`)?.message;
            return (
              <li
                key={id}
                class={lifted ? "links__one row-list__row--lifted" : "links__one"}
                id={idOf(`${name}.${index}`)}
                data-row={index}
                tabIndex={-1}
              >
                {gone ? (
                  <span>{titleOf(id)}</span>
                ) : (
                  <a href={`/${kind}/${id}/`} target="_blank" rel="noopener">
                    {titleOf(id)}
                  </a>
                )}
                {gone && <Tag tone="error">{t(words.linkGone)}</Tag>}
                <OrderTools
                  order={order}
                  index={index}
                  count={ids.length}
                  removeLabel={t(words.linkRemove, { title: titleOf(id) })}
                />
                {wrong && <span class="field__error">{wrong}</span>}
              </li>
            );
          })}
        </ol>
      )}
      <label class="visually-hidden" for={`${idOf(name)}-q`}>
        {t(words.linkSearch, { kind: label })}
      </label>
      <div class="links__search">
        <input
          ref={input}
          id={`${idOf(name)}-q`}
          class="input"
          type="search"
          value={q}
          placeholder={t(words.linkSearchHint)}
          onInput={(event) => setQ(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void search();
          }}
        />
        <Button look="quiet" busy={busy} onClick={() => void search()}>
          {t(busy ? words.linkFinding : words.linkFind)}
        </Button>
      </div>
      {found && found.length > 0 && (
        <ul class="links__found">
          {found.map((thing) => (
            <li key={thing.id}>
              <button type="button" class="links__choice" onClick={() => add(thing)}>
                <span class="visually-hidden">{t(words.linkAdd, { title: say(thing.title, locale) })}</span>
                <span aria-hidden="true">＋ {say(thing.title, locale)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="small muted" role="status">
        {told}
      </p>
      <span class="visually-hidden" role="status">
        {order.told}
      </span>
    </div>
  );
}
