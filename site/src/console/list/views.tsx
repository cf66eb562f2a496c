import type { View } from "@lingxi/core/workspace/schema";
import { useRef, useState } from "preact/hooks";
import { ulid } from "ulid";
import { ApiProblem } from "../api.ts";
import { usePlace } from "../router.ts";
import { useSession } from "../session.ts";
import { t } from "../text.ts";
import { Button, Field, Tag } from "../ui.tsx";
import { type Change, changeViews, keeping, listOf, preferring, removing, renaming } from "./kept-views.ts";
import { useViews } from "./use-views.ts";
import { words } from "./words.ts";

/** Kept views of the list at this address, and the way to keep another one. */
export function Views() {
  const { path, query } = usePlace();
  const { staffId } = useSession();
  const { now, problem, reload } = useViews();
  const [name, setName] = useState("");
  const [opened, setOpened] = useState("");
  const [{ says, wrong = false, busy = false }, setState] = useState<{ says: string; wrong?: boolean; busy?: boolean }>({
    says: "",
  });
  const box = useRef<HTMLDetailsElement>(null);
  const views = now?.views ?? [];
  const asked = query.toString();
  const tell = (said: string) => setState({ says: said });
  const change = (how: Change, said: string, after?: () => void) => {
    setState({ says: "", busy: true });
    changeViews(staffId, listOf(path), how).then(
      () => {
        tell(said);
        after?.();
      },
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        setState({ says: error.fields[0]?.message ?? error.message, wrong: true });
      },
    );
  };
  const close = () => {
    if (box.current) box.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={box}
      onToggle={() => box.current?.open && reload()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        box.current?.querySelector("summary")?.focus();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget as Node)) close();
      }}
    >
      <summary class="button button--quiet">{t(words.views)}</summary>
      <div class="menu__box stack">
        {problem && <p class="field__error">{t(words.viewsTrouble, { why: problem })}</p>}
        {!problem && views.length === 0 && <p class="muted">{t(words.viewsNone)}</p>}
        {views.length > 0 && (
          <ul class="menu__list">
            {views.map((view) => (
              <li key={view.id}>
                <a
                  href={view.query ? `${path}?${view.query}` : path}
                  aria-current={view.query === asked ? "page" : undefined}
                  onClick={close}
                >
                  {view.name}
                  {now?.preferred === view.id && <Tag>{t(words.viewPreferred)}</Tag>}
                </a>
                <button
                  type="button"
                  aria-label={t(words.viewManage, { name: view.name })}
                  aria-expanded={opened === view.id}
                  onClick={() => setOpened(opened === view.id ? "" : view.id)}
                >
                  ⋯
                </button>
                {opened === view.id && (
                  <Manage
                    view={view}
                    address={`${location.origin}${path}?${view.query}`}
                    preferred={now?.preferred === view.id}
                    busy={busy}
                    change={change}
                    tell={tell}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        <form
          class="stack stack--near"
          onSubmit={(event) => {
            event.preventDefault();
            const called = name.trim();
            if (!called) return;
            const view = { id: `vew_${ulid().toLowerCase()}`, name: called, query: asked };
            change(keeping(view), t(words.viewKept, { name: called }), () => setName(""));
          }}
        >
          <Field name="view-name" label={t(words.viewName)} value={name} onInput={setName} required />
          <Button type="submit" look="quiet" busy={busy}>
            {t(words.viewSave)}
          </Button>
          <p role="status" class={wrong ? "field__error" : "muted"}>
            {says}
          </p>
        </form>
      </div>
    </details>
  );
}

interface ManageProps {
  view: View;
  address: string;
  preferred: boolean;
  busy: boolean;
  change: (how: Change, said: string) => void;
  tell: (said: string) => void;
}

/** What can be done with one view. */
function Manage({ view, address, preferred, busy, change, tell }: ManageProps) {
  const [name, setName] = useState(view.name);
  const [shown, setShown] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => tell(t(words.viewCopied)),
      // A browser that lets no page write there: it is copied by hand.
      () => setShown(true),
    );
  const rename = () => {
    const called = name.trim();
    if (called && called !== view.name) change(renaming(view, called), t(words.viewRenamed, { name: called }));
  };
  return (
    <div class="menu__manage stack stack--near">
      <form
        class="menu__rename"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <Field name={`view-${view.id}`} label={t(words.viewName)} value={name} onInput={setName} required />
        <Button type="submit" look="quiet" busy={busy}>
          {t(words.viewRename)}
        </Button>
      </form>
      <div class="actions">
        <Button look="quiet" onClick={() => void copy()}>
          {t(words.viewCopy)}
        </Button>
        <Button
          look="quiet"
          busy={busy}
          onClick={() =>
            preferred
              ? change(preferring(undefined), t(words.viewIsPlain))
              : change(preferring(view.id), t(words.viewIsPreferred, { name: view.name }))
          }
        >
          {t(preferred ? words.viewPlain : words.viewPrefer)}
        </Button>
        <Button look="quiet" busy={busy} onClick={() => change(removing(view), t(words.viewRemoved, { name: view.name }))}>
          {t(words.viewDrop)}
        </Button>
      </div>
      {shown && <Field name={`address-${view.id}`} label={t(words.viewAddress)} value={address} onInput={() => {}} />}
    </div>
  );
}
