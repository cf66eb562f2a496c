import type { Locale } from "@lingxi/core/platform/text";
import { inLocale } from "@lingxi/core/publication/schema";

/** A kind of public page, and where one of it is found. */
export interface PageKind {
  readonly kind: string;
  /** The address without language, or the list whose first link of this form leads to one. */
  readonly at: string | { readonly list: string; readonly link: RegExp };
  /** What it answers with; 200 unless it says otherwise. */
  readonly status?: 404;
  /** Search engines are to leave it alone. */
  readonly unlisted?: true;
  /** It has a script, without which it can be read all the same. */
  readonly scripted?: true;
}

/** Every kind of page that the public meets; what measures or checks pages goes by this list. A kind that the site has not yet may stand here. */
export const pageKinds: readonly PageKind[] = [
  { kind: "home", at: "/" },
  { kind: "activities", at: "/activities/" },
  { kind: "activity", at: { list: "/activities/", link: /^\/activities\/act_\w+\/$/ } },
  { kind: "projects", at: "/projects/" },
  { kind: "project", at: { list: "/projects/", link: /^\/projects\/prj_\w+\/$/ } },
  { kind: "demands", at: "/demands/" },
  { kind: "demand", at: { list: "/demands/", link: /^\/demands\/dem_\w+\/$/ } },
  { kind: "cases", at: "/cases/" },
  { kind: "case", at: { list: "/cases/", link: /^\/cases\/[\w-]+\/$/ } },
  { kind: "talents", at: "/talents/" },
  { kind: "talent", at: { list: "/talents/", link: /^\/talents\/tal_\w+\/$/ } },
  { kind: "chains", at: "/chains/" },
  { kind: "chain", at: { list: "/chains/", link: /^\/chains\/[\w-]+\/$/ } },
  { kind: "figures", at: "/figures/", scripted: true },
  { kind: "policy", at: "/policy/" },
  { kind: "privacy", at: "/privacy/" },
  { kind: "page", at: { list: "/", link: /^\/pages\/[\w-]+\/$/ } },
  { kind: "find", at: `/find?q=${encodeURIComponent("钛")}`, unlisted: true, scripted: true },
  { kind: "find-in", at: "/find/projects?chain=titanium", unlisted: true, scripted: true },
  { kind: "not-found", at: "/no/such/page/", status: 404, unlisted: true },
];

/** Pages made on request, for those who fill something in. */
export const formKinds: readonly PageKind[] = [
  { kind: "form-register", at: "/forms/register/act_00000000000000000000000001" },
  { kind: "form-project", at: "/forms/project" },
  { kind: "form-demand", at: "/forms/demand" },
  { kind: "form-talent", at: "/forms/talent" },
  { kind: "form-project-done", at: "/forms/project/done" },
  { kind: "form-talent-done", at: "/forms/talent/done" },
  { kind: "form-missing", at: "/forms/register/act_none", status: 404 },
];

/** A page that is there: its kind, and its address in the language asked for. */
export interface PublicPage extends PageKind {
  readonly path: string;
}

/** Finds one page of each kind on a running site. `missing`: the kinds that it has not. */
export async function findPages(
  origin: string,
  locale: Locale,
  kinds: readonly PageKind[] = pageKinds,
): Promise<{ pages: PublicPage[]; missing: PageKind[] }> {
  const pages: PublicPage[] = [];
  const missing: PageKind[] = [];
  for (const kind of kinds) {
    const path = await addressOf(origin, locale, kind);
    if (path === undefined) missing.push(kind);
    else pages.push({ ...kind, path });
  }
  return { pages, missing };
}

async function addressOf(origin: string, locale: Locale, { at, status }: PageKind): Promise<string | undefined> {
  if (typeof at === "string") {
    const path = inLocale(at, locale);
    return (await fetch(origin + path)).status === (status ?? 200) ? path : undefined;
  }
  const list = await fetch(origin + inLocale(at.list, locale));
  if (!list.ok) return undefined;
  const links = [...(await list.text()).matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href = ""]) => href);
  const found = links.find((href) => at.link.test(locale === "en" ? href.replace(/^\/en(?=\/)/, "") : href));
  return found && (await fetch(origin + found)).ok ? found : undefined;
}
