import { type CaseLinks, type LinkKind, linkKinds, storyLimits } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, type FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { OrderTools } from "../../order/tools.tsx";
import { useOrder } from "../../order/use-order.ts";
import { type FoundThing, idIn, lookUp, remember, search as searchPublic } from "../../public-things.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Tag } from "../../ui.tsx";
import { fieldWords as words } from "./words-fields.ts";

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
  const [things, setThings] = useState<Readonly<Record<string, FoundThing | null | undefined>>>({});
  const [q, setQ] = useState("");
  const [found, setFound] = useState<readonly FoundThing[]>();
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

  const add = (thing: FoundThing) => {
    remember(thing);
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
      const things = await searchPublic(kind, q);
      const [one] = things;
      if (one && idIn(kind, q)) return add(one);
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
