import { isDeepStrictEqual } from "node:util";
import { actorName } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { changedMeanwhile, DomainError } from "./error.ts";
import type { Reason } from "./reason.ts";
import { ConditionFailed, type Index, type Item, indexes, type Key, type Query, type Write } from "./table.ts";
import { type Seal, sealedFor } from "./vault/sealed-table.ts";

/** What every stored record carries beside its own fields. `version` rises by one with each change. */
export interface Stored {
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface Page<T> {
  readonly items: T[];
  /** Where the next page starts; absent on the last one. */
  readonly cursor?: string;
}

/** A kind of record in the one table: where it lies, and by what it is found. Private to its slice. */
export interface Entity<T extends object, K> {
  readonly type: string;
  key(of: K): Key;
  find(ctx: Ctx, of: K): Promise<(T & Stored) | undefined>;
  /** @throws DomainError with the given reason when there is none. */
  get(ctx: Ctx, of: K, missing: Reason): Promise<T & Stored>;
  list(ctx: Ctx, query: Query): Promise<Page<T & Stored>>;
  /** Writes a new record; the condition fails when one is there, unless `condition` says otherwise. */
  create(ctx: Ctx, record: T, options?: { condition?: string; values?: Record<string, unknown> }): Write;
  /** Writes the record with the patch, on condition that nobody changed it since it was read. */
  change(ctx: Ctx, read: T & Stored, patch: Partial<T>): Write;
  /** Changes single attributes in place; for counters and for what is not read first. The expression uses `#name` and `:value`. */
  update(ctx: Ctx, of: K, expression: string, options?: { condition?: string; values?: Record<string, unknown> }): Write;
  /** Takes the record away; only for what is derived from other records. */
  remove(of: K): Write;
  read(item: Item): T & Stored;
}

/** What of a record, or of a row in it, is one person's: sealed in the table with a key of that person, and gone once the key is erased. */
export interface Personal<T> {
  /** Keyed digest of the person's address. */
  person(record: T, ctx: Ctx): string;
  /** The attributes, with what stands in their place when they are erased. */
  readonly empty: Partial<T>;
}

export function entity<T extends object, K>(definition: {
  readonly type: string;
  readonly personal?: Personal<T>;
  /** Lists in the record of which each row may be about somebody else. */
  // biome-ignore lint/suspicious/noExplicitAny: the rows of each list have a type of their own
  readonly personalRows?: Readonly<Record<string, Personal<any>>>;
  key(of: K): Key;
  /** Index entries; an absent one leaves the record out of that index. */
  indexed?(record: T): Partial<Record<Index, Key | undefined>>;
  /** Seconds since 1970 after which the record is tidied away. */
  expires?(record: T): number | undefined;
}): Entity<T, K> {
  const own = new Set([
    "pk",
    "sk",
    "type",
    "requestId",
    "expiresAt",
    sealedFor,
    ...Object.values(indexes).flatMap((p) => [`${p}Pk`, `${p}Sk`]),
  ]);

  const { personal, personalRows = {} } = definition;

  function read(item: Item): T & Stored {
    const kept = Object.fromEntries(Object.entries(item).filter(([name]) => !own.has(name)));
    for (const [list, { empty }] of Object.entries(personalRows))
      kept[list] = (kept[list] as Item[] | undefined)?.map(({ [sealedFor]: _, ...row }) => withoutErased(row, empty));
    return withoutErased(kept, personal?.empty) as T & Stored;
  }

  /** What of the record is whose. What is empty anyway is nobody's. */
  function seals(ctx: Ctx, record: T): Seal[] {
    const of = <R extends object>(about: R, { person, empty }: Personal<R>, row?: readonly [string, number]): Seal[] => {
      const attributes = Object.keys(empty).filter((name) => {
        const value = about[name as keyof R];
        return value !== undefined && !isDeepStrictEqual(value, empty[name as keyof R]);
      });
      return attributes.length ? [{ ...(row ? { row } : {}), person: person(about, ctx), attributes }] : [];
    };
    return [
      ...(personal ? of(record, personal) : []),
      ...Object.entries(personalRows).flatMap(([list, rows]) =>
        (record[list as keyof T] as object[]).flatMap((about, n) => of(about, rows, [list, n])),
      ),
    ];
  }

  const toItem = (ctx: Ctx, record: T, stamp: { version: number; createdAt: string }): Item => {
    const item: Item = { ...record, ...definition.key(record as unknown as K), type: definition.type, ...stamp, ...trace(ctx) };
    for (const [index, key] of Object.entries(definition.indexed?.(record) ?? {}))
      if (key) Object.assign(item, { [`${indexes[index as Index]}Pk`]: key.pk, [`${indexes[index as Index]}Sk`]: key.sk });
    const expires = definition.expires?.(record);
    return expires === undefined ? item : { ...item, expiresAt: expires };
  };

  return {
    type: definition.type,
    key: definition.key,
    read,
    async find(ctx, of) {
      const item = await ctx.table.get(definition.key(of));
      return item && read(item);
    },
    async get(ctx, of, missing) {
      const item = await ctx.table.get(definition.key(of));
      if (!item) throw new DomainError(missing);
      return read(item);
    },
    async list(ctx, query) {
      const { items, cursor } = await ctx.table.query(query);
      return { items: items.map(read), ...(cursor ? { cursor } : {}) };
    },
    remove: (of) => ({ remove: definition.key(of) }),
    create: (ctx, record, options) => ({
      seals: seals(ctx, record),
      put: toItem(ctx, record, { version: 1, createdAt: ctx.now().toISOString() }),
      condition: options?.condition ?? "attribute_not_exists(pk)",
      ...(options?.values ? { values: options.values } : {}),
    }),
    change: (ctx, before, patch) => ({
      seals: seals(ctx, { ...before, ...patch }),
      put: toItem(ctx, { ...before, ...patch }, { version: before.version + 1, createdAt: before.createdAt }),
      condition: "#version = :version",
      values: { ":version": before.version },
    }),
    update(ctx, of, expression, options) {
      const { updatedAt, updatedBy, requestId } = trace(ctx);
      const stamp = "#updatedAt = :updatedAt, #updatedBy = :updatedBy, #requestId = :requestId";
      return {
        update: {
          key: definition.key(of),
          expression: /\bSET /.test(expression) ? expression.replace(/\bSET /, `SET ${stamp}, `) : `SET ${stamp} ${expression}`,
        },
        ...(options?.condition ? { condition: options.condition } : {}),
        values: { ":updatedAt": updatedAt, ":updatedBy": updatedBy, ":requestId": requestId, ...options?.values },
      };
    },
  };
}

/** A value that could not be opened has lost its key: what is empty stands in its place. */
function withoutErased(record: Item, empty: object = {}): Item {
  const gone = Object.entries(empty).filter(([name]) => record[name] instanceof Uint8Array);
  return gone.length ? { ...record, ...Object.fromEntries(gone) } : record;
}

const trace = (ctx: Ctx) => ({ updatedAt: ctx.now().toISOString(), updatedBy: actorName(ctx.actor), requestId: ctx.requestId });

/** Writes, all or nothing; a version that moved on becomes `record.changed`. The token makes a repeated send harmless. */
export async function save(ctx: Ctx, ...writes: Write[]): Promise<void> {
  try {
    await ctx.table.write(writes, ctx.newId("tok").slice(4));
  } catch (error) {
    if (error instanceof ConditionFailed) throw new DomainError(changedMeanwhile);
    throw error;
  }
}
