import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Access, roles } from "@lingxi/core/platform/actor";
import { liveIndex } from "@lingxi/core/search";
import type { Hono } from "hono";
import { base } from "../../functions/src/api/among.ts";
import { type About, aboutOf, type Operation } from "../../functions/src/api/describe.ts";
import type { Env } from "../../functions/src/api/types.ts";

const root = join(import.meta.dirname, "../..");
const foldersOf = (path: string) => readdirSync(join(root, path), { withFileTypes: true }).filter((one) => one.isDirectory());
const load = async (path: string) =>
  existsSync(join(root, path)) ? ((await import(join(root, path))) as Record<string, unknown>) : {};

interface NamedVerb {
  /** `activity.createActivity` */
  readonly name: string;
  readonly access: Access;
  readonly scoped: boolean;
}
export interface Route {
  readonly method: string;
  /** `/api/console/activities/{activityId}` */
  readonly path: string;
  /** Absent where the route calls none. */
  readonly verb?: NamedVerb | undefined;
}

const isVerb = (value: unknown): value is NonNullable<About["verb"]> & { readonly scoped?: boolean } =>
  typeof value === "function" && "input" in value && "access" in value;

/** Every verb that a slice lets out, by its object and by its input's. */
export async function allVerbs(): Promise<Map<unknown, NamedVerb>> {
  const found = new Map<unknown, NamedVerb>();
  const keep = (value: NonNullable<About["verb"]>, verb: NamedVerb) => {
    found.set(value, verb);
    if (!found.has(value.input)) found.set(value.input, verb);
  };
  for (const { name: slice } of foldersOf("packages/core/src"))
    for (const door of ["index", "reactions", "people"])
      for (const [name, value] of Object.entries(await load(`packages/core/src/${slice}/${door}.ts`)))
        if (isVerb(value) && !found.has(value))
          keep(value, { name: `${slice}.${name}`, access: value.access, scoped: value.scoped ?? false });
  return found;
}

/** Every route of every function, as it is served. */
export async function allRoutes(): Promise<Route[]> {
  const verbs = await allVerbs();
  const found = new Map<string, Route>();
  const add = ({ method, path, about }: Operation) => {
    if (method === "ALL" || path.includes("*")) return;
    const address = path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}");
    // The same code answers in the other language.
    if (address === "/en" || address.startsWith("/en/")) return;
    const key = `${method} ${address}`;
    // A verb behind the heavy door is described by its input and its access.
    const verb =
      about?.verb &&
      (verbs.get(about.verb) ?? verbs.get(about.verb.input) ?? { name: "?", scoped: false, access: about.verb.access });
    const known = found.get(key);
    found.set(key, { method, path: address, verb: verb ?? known?.verb });
  };
  for (const app of [base, ...(await allApps())])
    for (const { path, method, handler } of app.routes) add({ path, method, about: aboutOf(handler) });
  const { editing = {} } = await load("functions/src/editing/operations.ts");
  for (const operation of Object.values(editing as Record<string, Operation>)) add(operation);
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

/** The apps of all functions, whatever functions there are. */
async function allApps(): Promise<Hono<Env>[]> {
  const apps: Hono<Env>[] = [];
  for (const { name } of foldersOf("functions/src")) {
    const { groups = [] } = await load(`functions/src/${name}/groups.ts`);
    for (const group of groups as { load(): Promise<{ app: Hono<Env> }> }[]) apps.push((await group.load()).app);
    const { app, findApp } = await load(`functions/src/${name}/app.ts`);
    if (app) apps.push(app as Hono<Env>);
    if (findApp) apps.push((findApp as (index: unknown) => Hono<Env>)(liveIndex()));
  }
  return apps;
}

const whole = "✓";
const part = "✓ part";
const cell = ({ access, scoped }: NamedVerb, role: (typeof roles)[number]) => {
  if (role === "administrator") return whole;
  if (!access.includes(role)) return "";
  return scoped && role !== "auditor" ? part : whole;
};

/** `docs/roles.md`: which role may call which verb, and which verb each route calls. */
export async function rolesDocument(): Promise<string> {
  const verbs = [...new Set((await allVerbs()).values())].sort((a, b) => a.name.localeCompare(b.name));
  const routes = await allRoutes();
  const staff = verbs.filter(({ access }) => Array.isArray(access));
  const names = (access: Access) =>
    verbs
      .filter((verb) => verb.access === access)
      .map(({ name }) => `\`${name}\``)
      .join(", ");
  const open = routes.filter(({ verb }) => !verb || verb.access === "public");
  const own = routes.filter(({ verb }) => verb?.access === "participant");
  const closed = routes.filter(({ verb }) => verb && verb.access !== "public" && verb.access !== "participant");
  return `# Roles

Made from the code by \`npm run roles\`; a test keeps it up to date, and another one calls each route as each role and expects exactly this table. A
verb says itself who may call it (\`access\`), and core alone decides.

${whole} may call it. ${part} may call it, and so may a role that holds only for certain activities or chains, for these. An empty cell is refused with 403,
without a session with 401. What is one's own (\`identity.…\` of passkeys and sessions) is found by nobody else.

| verb | ${roles.join(" | ")} |
|---|${roles.map(() => "---|").join("")}
${staff.map((verb) => `| \`${verb.name}\` | ${roles.map((role) => cell(verb, role)).join(" | ")} |`).join("\n")}

Anyone, some of them with a secret link: ${names("public")}.

Participants who signed in to an account, for what is their own; no member of staff: ${names("participant")}.

Only the product itself: ${names("system")}.

## Routes of staff

| route | verb |
|---|---|
${closed.map(({ method, path, verb }) => `| \`${method} ${path}\` | \`${verb?.name}\` |`).join("\n")}

## Routes of participants

Pages have the same below \`/en\`.

| route | verb |
|---|---|
${own.map(({ method, path, verb }) => `| \`${method} ${path}\` | \`${verb?.name}\` |`).join("\n")}

## Routes for anyone

Pages have the same below \`/en\`.

| route | verb |
|---|---|
${open.map(({ method, path, verb }) => `| \`${method} ${path}\` | ${verb ? `\`${verb.name}\`` : ""} |`).join("\n")}
`;
}

/** What the document says: for each route of staff, how far each role reaches. */
export function readDocument(text: string): Map<string, Readonly<Record<string, "all" | "part" | "none">>> {
  const rows = (title: string) =>
    text
      .split(title)[1]
      ?.split("\n## ")[0]
      ?.split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((one) => one.trim().replace(/`/g, "")),
      ) ?? [];
  const verbs = new Map(
    rows("| verb |").map(([name = "", ...cells]) => [
      name,
      Object.fromEntries(
        roles.map((role, i) => [role, cells[i] === part ? "part" : cells[i] === whole ? "all" : "none"] as const),
      ),
    ]),
  );
  return new Map(rows("## Routes of staff").map(([route = "", verb = ""]) => [route, verbs.get(verb) ?? {}]));
}
