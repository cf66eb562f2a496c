/**
 * The only script for readers, and only where somebody searches: suggestions below the field, and facets that close by themselves.
 * Without it everything works; nothing is asked while a word is still being composed (拼音), and the list stays until the next one is there.
 */
interface Suggestion {
  readonly text: string;
  /** What kind of thing it is, in the reader's language. */
  readonly kind?: string;
  /** Of the thing's own page, without language; without it the text is searched for. */
  readonly path?: string;
}

const english = document.documentElement.lang === "en";
const wait = 120;

function suggest(input: HTMLInputElement): void {
  const list = document.createElement("ul");
  const status = document.createElement("p");
  const known = new Map<string, readonly Suggestion[]>();
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let typed = input.value;
  let timer = 0;
  let asking: AbortController | undefined;

  list.id = "suggestions";
  list.role = "listbox";
  list.className = "suggestions";
  list.hidden = true;
  list.ariaLabel = input.dataset.suggestions ?? "";
  status.role = "status";
  status.className = "visually-hidden";
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.parentElement?.append(list);
  input.form?.append(status);

  const options = () => [...list.children] as HTMLElement[];

  function open(yes: boolean): void {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) mark(-1);
  }

  function mark(at: number): void {
    active = at;
    for (const [i, option] of options().entries()) option.ariaSelected = String(i === at);
    const option = options()[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
    input.value = shown[at]?.text ?? typed;
  }

  function choose(one: Suggestion | undefined): void {
    if (!one) return;
    if (one.path) location.assign(english ? `/en${one.path}` : one.path);
    else {
      input.value = one.text;
      input.form?.requestSubmit();
    }
  }

  function show(found: readonly Suggestion[]): void {
    shown = found;
    active = -1;
    list.replaceChildren(
      ...found.map((one, at) => {
        const option = document.createElement("li");
        option.role = "option";
        option.id = `suggestion-${at}`;
        option.ariaSelected = "false";
        option.textContent = one.text;
        if (one.kind) option.append(Object.assign(document.createElement("span"), { textContent: one.kind }));
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(one));
        return option;
      }),
    );
    open(found.length > 0);
    const [single = "", several = single] = (input.dataset.suggested ?? "").split("|");
    status.textContent = found.length ? (found.length === 1 ? single : several).replace("#", String(found.length)) : "";
  }

  async function ask(q: string): Promise<void> {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      let found = known.get(q);
      if (!found) {
        const query = new URLSearchParams({ q, locale: english ? "en" : "zh-CN" });
        const answer = await fetch(`/api/find/suggest?${query}`, { signal });
        found = answer.ok ? ((await answer.json()) as { suggestions: readonly Suggestion[] }).suggestions : [];
        known.set(q, found);
      }
      if (!signal.aborted && document.activeElement === input) show(found);
    } catch {
      // No suggestions, then: the field works without.
    }
  }

  function changed(): void {
    typed = input.value;
    clearTimeout(timer);
    const q = typed.trim();
    if (q) timer = window.setTimeout(() => void ask(q), wait);
    else show([]);
  }

  input.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) changed();
  });
  input.addEventListener("compositionend", changed);
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) {
      event.preventDefault();
      if (list.hidden) open(true);
      // One place more than there are options: what was typed.
      mark(((active + 1 + step + shown.length + 1) % (shown.length + 1)) - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(shown[active]);
    }
  });
}

const field = document.querySelector<HTMLInputElement>("#q");
if (field) suggest(field);

const facets = () => document.querySelectorAll<HTMLDetailsElement>(".facet[open]");
document.addEventListener("click", ({ target }) => {
  for (const facet of facets()) if (!facet.contains(target as Node)) facet.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const facet of facets()) {
    facet.open = false;
    facet.querySelector("summary")?.focus();
  }
});
