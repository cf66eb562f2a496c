import type { Actor } from "./actor.ts";
import type { Keys } from "./keys.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { Objects } from "./objects.ts";
import type { Outbound } from "./outbound.ts";
import type { Fonts } from "./paper/fonts.ts";
import type { Say } from "./pinyin.ts";
import type { Render } from "./render.ts";
import type { Table } from "./table.ts";
import type { Vault } from "./vault/ring.ts";

/** Where a call came from, as far as it may be kept: no network address, no full name of the browser. */
export interface Caller {
  /** Keyed digest of the network address. */
  readonly source: string;
  /** The kind of browser and system, `Chrome · Windows`. */
  readonly device: string;
  /** Digest of the secret that this browser carries; absent where it carries none. */
  readonly browser?: string | undefined;
}

/** Everything a verb may use. Built once per entry point; nothing in core reads the clock, the environment or a random source by itself. */
export interface Ctx {
  readonly actor: Actor;
  readonly requestId: string;
  /** Only calls over HTTP have one. */
  readonly caller?: Caller;
  /** The public address of the site, without a trailing slash. */
  readonly origin: string;
  now(): Date;
  /** A new prefixed ULID: `act_01J…`. Sorts by time of making. */
  newId(prefix: string): string;
  /** Seals what an entity declares personal, and opens it. */
  readonly table: Table;
  readonly vault: Vault;
  readonly mailer: Mailer;
  readonly objects: Objects;
  /** Calls to addresses that somebody entered. Only entry points that make such calls have it. */
  readonly outbound: Outbound;
  /** The site's live build as a renderer. Only entry points that publish or preview have one. */
  readonly render: Render;
  /** For pictures and papers. Only entry points that make them have any. */
  readonly fonts: Fonts;
  /** How Han characters sound, loaded when it is used. Only entry points that find people and things by it have it; elsewhere nothing sounds. */
  sound(): Promise<Say>;
  readonly keys: Keys;
  readonly log: Log;
}

/** The same context acting as the product itself, for work that a reaction or a clock starts. */
export const asSystem = (ctx: Ctx, name: string): Ctx => ({ ...ctx, actor: { kind: "system", name } });
