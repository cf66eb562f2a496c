import { type Access, mayCall, type Role, roles } from "@lingxi/core/platform/actor";
import { openOwnData } from "@lingxi/core/privacy";
import { liveIndex } from "@lingxi/core/search";
import type { Hono } from "hono";
import type { Env } from "../../../functions/src/api/types.ts";
import { findApp } from "../../../functions/src/find/app.ts";
import { type Answer, type Call, call } from "../api.ts";
import type { World } from "../embedded.ts";
import { goodFor, nameOf } from "../good-input.ts";
import { participantOf } from "../participant.ts";
import { freshRecords, participantAddress } from "../records.ts";
import { signIn } from "../session.ts";
import { spoiled } from "./arbitrary.ts";
import type { Contract, Operation } from "./contract.ts";
import { openedBodies } from "./opened.ts";
import type { Body, Id, Request, Value } from "./requests.ts";

type Who = Role | "nobody" | "ended" | "participant";

const kept = 40;
/** A list of the latest of something. */
class Latest<T> {
  readonly #all: T[] = [];
  add(one: T): void {
    this.#all.unshift(one);
    this.#all.length = Math.min(this.#all.length, kept);
  }
  nth(n: number): T | undefined {
    return this.#all[n % this.#all.length];
  }
}
const idPattern = /\b(acc|act|reg|cas|prj|dem|tal|imp|cmp)_[0-9A-Za-z_-]{26}/g;
const prefixOf = (placeholder: string) => (placeholder === "campaignId" ? "cmp" : placeholder.slice(0, 3));

/** Sends generated requests to the real handlers, and remembers what later ones need: ids, versions and cursors of earlier answers. */
export class Sender {
  readonly #world: World;
  readonly #contract: Contract;
  readonly #fresh: (path: string, name: string) => Promise<string>;
  readonly #cookies = new Map<Who, string | undefined>();
  readonly #earlier = new Map<string, Latest<string>>();
  readonly #foreign = new Latest<string>();
  readonly #cursors = new Map<string, Latest<string>>();
  readonly #anyCursor = new Latest<string>();
  readonly #versions = new Map<string, number>();
  readonly #own = new Map<string, string>();
  readonly #opened: ReturnType<typeof openedBodies>;
  readonly #find = findApp(liveIndex());
  readonly app: Hono<Env> | undefined;
  #data: string | undefined;
  sent = 0;
  /** How many requests each operation has accepted. */
  readonly accepted = new Map<Operation, number>();

  constructor(world: World, contract: Contract, app?: Hono<Env>) {
    this.#world = world;
    this.#contract = contract;
    this.#fresh = freshRecords(world);
    this.#opened = openedBodies(world);
    this.app = app;
  }

  async signIn(): Promise<void> {
    this.#cookies.set("nobody", undefined).set("ended", "__Host-session=zq");
    for (const role of roles) this.#cookies.set(role, await signIn(this.#world, role));
    await this.#participate();
  }

  /** @returns what is wrong with the answer */
  async send(request: Request): Promise<string | undefined> {
    const { operation, method } = request;
    const { who, allowed } = this.#actor(request);
    const ids = await Promise.all(request.ids.map((id, i) => this.#id(operation, id, i)));
    const address = this.#address(operation, ids, request.query);
    const ofPath = operation.path.includes("/my/data/open") ? await this.#dataCookie() : undefined;
    // What is counted by account is not used up by the other language's page.
    const english = who === "participant" && operation.path === "/en/account/organisations";
    const own = english ? (await participantOf(this.#world, `en-${this.sent}@example.com`)).cookie : this.#cookies.get(who);
    const cookies = [own, ofPath].filter((cookie) => cookie !== undefined);
    // Each from an address of its own: else the limit of one source would answer most of them.
    const from = { "x-forwarded-for": `10.${this.sent >> 16}.${(this.sent >> 8) & 255}.${this.sent & 255}` };
    const options: Call = {
      ...(await this.#body(operation, request.body, ids.at(0))),
      ...(cookies.length ? { cookies } : {}),
      ...(/^\/((en|api)\/)?(find|sitemap)/.test(operation.path) ? { app: this.#find } : {}),
      ...(this.app ? { app: this.app } : {}),
    };
    this.#world.clock.advance(3);
    this.sent++;
    const answer = await call(this.#world, method, address, {
      ...options,
      headers: { ...from, ...options.headers, ...request.headers },
    });
    await this.#keepIn(who, answer);
    if (ofPath && (answer.status === 404 || answer.cookies.length)) this.#data = undefined;
    const foreign = Boolean(request.headers.origin) && method !== "GET" && method !== "HEAD";
    const trouble = this.#contract.trouble(operation, answer, {
      method,
      allowed: operation.access === "public" || (allowed && !foreign) || method !== operation.method,
    });
    if (trouble)
      return `${method} ${address.slice(0, 300)} as ${who} ${JSON.stringify(options.body ?? options.form ?? options.raw)?.slice(0, 600)}: ${trouble}`;
    await this.#learn(request, ids, answer);
    return undefined;
  }

  /** What a browser has that used the link to somebody's data. */
  async #dataCookie(): Promise<string> {
    if (!this.#data) {
      const token = await this.#fresh("/my/data/{token}", "token");
      this.#data = `__Host-data=${(await openOwnData(this.#world.ctx(), { token })).value}`;
    }
    return this.#data;
  }

  /** Whoever was signed out by what was sent signs in again: else all that follows would meet the same refusal, and prove nothing. */
  async #keepIn(who: Who, { status, cookies }: Answer): Promise<void> {
    if (who === "nobody" || who === "ended" || (status !== 401 && !cookies.length)) return;
    if (who === "participant") await this.#participate();
    else this.#cookies.set(who, await signIn(this.#world, who));
  }

  /** Signs the participant in, again where they have signed out or were erased. */
  async #participate(): Promise<void> {
    this.#cookies.set("participant", (await participantOf(this.#world, participantAddress)).cookie);
  }

  #actor({ operation: { access }, who }: Request): { who: Who; allowed: boolean } {
    const all = ["nobody", "ended", "participant", ...roles] as const;
    const theirs = access === "participant" ? access : typeof access === "string" ? "administrator" : (access[0] as Role);
    const chosen = who === "may" ? (access === "public" ? "nobody" : theirs) : (all[who % all.length] ?? "nobody");
    const actor =
      chosen === "nobody" || chosen === "ended"
        ? ({ kind: "public" } as const)
        : chosen === "participant"
          ? ({ kind: "participant", id: "", person: "", email: "", signedInAt: "" } as const)
          : ({ kind: "staff", id: "", roles: [chosen] } as const);
    return { who: chosen, allowed: mayCall(actor, access as Access) };
  }

  async #id({ path }: Operation, id: Id, place: number): Promise<string> {
    const name = path.match(/(?<=\{)\w+/g)?.[place] ?? "";
    const known =
      id.from === "odd"
        ? id.text
        : id.from === "foreign"
          ? this.#foreign.nth(id.nth)
          : id.from === "earlier"
            ? this.#earlier.get(prefixOf(name))?.nth(id.nth)
            : undefined;
    if (known) return known;
    const key = `${path} ${name}`;
    // A first record made anew has other records below it.
    if (place === 0 && !this.#own.has(key))
      for (const below of path.match(/(?<=\{)\w+/g)?.slice(1) ?? []) this.#own.delete(`${path} ${below}`);
    const own = this.#own.get(key) ?? (await this.#fresh(path, name));
    this.#own.set(key, own);
    return own;
  }

  #address({ path }: Operation, ids: readonly string[], query: readonly (readonly [string, Value])[]): string {
    let n = 0;
    const address = path.replace(/\{\w+\}/g, () => ids[n++] ?? "");
    const text = query.map(([name, value]) => `${encodeURIComponent(name)}=${this.#value(path, value)}`).join("&");
    return text ? `${address}?${text}` : address;
  }

  #value(path: string, of: Value): string {
    const said = (value: unknown) =>
      encodeURIComponent((typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed()).slice(0, 9000);
    if ("value" in of) return said(of.value).replace(/%.?$/, "");
    const cursor = (of.change === "foreign" ? this.#anyCursor : this.#cursors.get(path))?.nth(of.cursor) ?? "zq";
    if (of.change === "cut") return said(cursor.slice(0, cursor.length / 2));
    const at = (of.cursor * 7) % cursor.length;
    return said(of.change === "flip" ? cursor.slice(0, at) + (cursor[at] === "A" ? "B" : "A") + cursor.slice(at + 1) : cursor);
  }

  async #body(operation: Operation, body: Body, id: string | undefined): Promise<Call> {
    if (body.kind === "none") return {};
    if (body.kind === "raw") return { raw: body.raw, ...(body.type ? { headers: { "content-type": body.type } } : {}) };
    const good = goodFor(operation);
    if (body.kind === "cut")
      return { raw: JSON.stringify(good).slice(0, body.at), headers: { "content-type": "application/json" } };
    if (body.kind === "schema") return packed(operation, body.value);
    if (body.kind === "spoiled") return packed(operation, spoiled(good, body.steps, body.other));
    const version = body.current && "version" in good && id ? { version: this.#versions.get(id) ?? good.version } : {};
    // A new address each time: the same person twice is another case, and one that the rest meets.
    const email = "email" in good && !("email" in body.with) ? { email: `p${this.sent}@example.com` } : {};
    const opened = await this.#opened[nameOf(operation)]?.();
    return packed(operation, { ...good, ...email, ...opened, ...body.with, ...version });
  }

  async #learn({ operation, method, ids: drawn }: Request, ids: readonly string[], answer: Answer): Promise<void> {
    if (answer.status >= 400 || method !== operation.method) return;
    this.accepted.set(operation, (this.accepted.get(operation) ?? 0) + 1);
    if (method !== "GET" && drawn[0]?.from === "own") await this.#renew(operation, ids);
    if (method !== "GET" && /\/account\/(erase|sign-out|sessions|organisations)/.test(operation.path)) await this.#participate();
    if (!answer.headers["content-type"]?.startsWith("application/json")) return;
    const json = answer.json() as { id?: string; version?: number; cursor?: string; items?: { id?: string; version?: number }[] };
    for (const { id = ids[0], version } of [json, ...(Array.isArray(json.items) ? json.items.slice(0, 5) : [])])
      if (id && typeof version === "number") this.#versions.set(id, version);
    if (json.cursor) {
      this.#of(this.#cursors, operation.path).add(json.cursor);
      this.#anyCursor.add(json.cursor);
    }
    for (const [id, prefix = ""] of answer.text.slice(0, 3000).matchAll(idPattern)) {
      this.#of(this.#earlier, prefix).add(id);
      this.#foreign.add(id);
    }
  }

  /** The record moved: a later request meets the operation's own state again, and the moved one is an earlier one. */
  async #renew({ path }: Operation, ids: readonly string[]): Promise<void> {
    for (const [i, name] of (path.match(/(?<=\{)\w+/g) ?? []).entries()) {
      this.#of(this.#earlier, prefixOf(name)).add(ids[i] ?? "");
      this.#own.delete(`${path} ${name}`);
    }
  }

  #of<T>(map: Map<string, Latest<T>>, key: string): Latest<T> {
    const found = map.get(key) ?? new Latest<T>();
    map.set(key, found);
    return found;
  }
}

const asText = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** A body in the form that the operation takes. */
function packed({ sends, method }: Operation, value: unknown): Call {
  if (method === "GET" || sends === "query") return {};
  if (sends === "json") return { body: value };
  const fields = Object.entries(typeof value === "object" && value !== null ? value : {});
  if (sends === "form")
    return { form: Object.fromEntries(fields.map(([name, of]) => [name, Array.isArray(of) ? of.map(asText) : asText(of)])) };
  const upload = new FormData();
  for (const [name, of] of fields) for (const one of [of].flat()) upload.append(name, one instanceof Blob ? one : asText(one));
  return { upload };
}
