import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { applied } from "./apply.ts";
import { builder } from "./build.ts";
import { Head, type HeadRecord } from "./entity.ts";
import { prepare } from "./entry.ts";
import { emptyLibrary, type Library, loaded, serialised } from "./library.ts";
import { overlap, readLog } from "./log.ts";
import type { SearchDocument } from "./schema.ts";

/** How long a snapshot is kept after another took its place: whoever read its name just before can still load it. */
const keptFor = 10 * 60_000;
const attempts = 8;

/** What a snapshot holds. */
export interface Saved {
  readonly documents: number;
  readonly bytes: number;
}

type ReadHead = (HeadRecord & Stored) | undefined;

export const readHead = (ctx: Ctx): Promise<ReadHead> => Head.find(ctx, {});

/** The snapshot that a head names. @throws Error when it is not there, BrokenIndex when it cannot be read */
export async function loadSnapshot(ctx: Ctx, { key }: HeadRecord): Promise<Library> {
  const object = await ctx.objects.get("private", key);
  if (!object) throw new Error(`There is no search snapshot ${key}.`);
  return loaded(object.body);
}

/**
 * Makes a snapshot of all documents, and puts it in the place of the one before. Changes that are committed meanwhile stay in the log, which
 * is read from before the first document was.
 */
export async function saveSnapshot(ctx: Ctx, documents: AsyncIterable<SearchDocument>): Promise<Saved> {
  const position = ctx.now().toISOString();
  const building = builder();
  for await (const document of documents) building.add(await prepare(document));
  const bytes = building.bytes();
  const saved = { documents: building.size, bytes: bytes.length };
  for (let attempt = 0; attempt < attempts; attempt++)
    if (await put(ctx, bytes, { position, ...saved }, await readHead(ctx))) return saved;
  throw new Error("the search snapshot was replaced by others again and again");
}

/**
 * Makes a snapshot of the latest one and all changes since; a job does it from time to time, so that the log stays short. When somebody else
 * saved one meanwhile, that one stays. @throws Error when the latest cannot be read: only a new one of all documents helps
 */
export async function compactSnapshot(ctx: Ctx): Promise<Saved & { readonly changes: number }> {
  const position = ctx.now().toISOString();
  const head = await readHead(ctx);
  const before = head ? await loadSnapshot(ctx, head) : emptyLibrary;
  const changes = await readLog(ctx, new Date(head ? new Date(head.position).getTime() - overlap : 0));
  const library = applied(before, changes);
  const bytes = serialised(library);
  const saved = { documents: library.size, bytes: bytes.length };
  if (changes.length || !head) await put(ctx, bytes, { position, ...saved }, head);
  else await moved(ctx, Head.change(ctx, head, { position, ...(await tidied(ctx, head)) }));
  return { ...saved, changes: changes.length };
}

/** Puts the bytes, then the head that names them, on condition that the head is still the one that was read. Whether it did. */
async function put(
  ctx: Ctx,
  bytes: Uint8Array,
  made: Pick<HeadRecord, "position" | "documents" | "bytes">,
  before: ReadHead,
): Promise<boolean> {
  const key = `search/${ctx.newId("snp")}.bin`;
  const until = new Date(ctx.now().getTime() + keptFor).toISOString();
  if (before) await begin(ctx, { key, until });
  await ctx.objects.put("private", key, bytes, { type: "application/octet-stream" });
  const left = before && (await tidied(ctx, before));
  const former = left && before ? [...left.former, { key: before.key, until }] : [];
  const head: HeadRecord = { ...made, key, former, begun: [] };
  if (await moved(ctx, before ? Head.change(ctx, before, head) : Head.create(ctx, head))) return true;
  await ctx.objects.remove("private", key);
  return false;
}

/** Says which snapshot is to be put into the store. The head's version stays as it is: what others are about to do still counts. */
async function begin(ctx: Ctx, one: { key: string; until: string }): Promise<void> {
  const values = { ":none": [], ":one": [one] };
  const expression = "SET #begun = list_append(if_not_exists(#begun, :none), :one)";
  await ctx.table.write([Head.update(ctx, {}, expression, { condition: "attribute_exists(pk)", values })], "");
}

/** Takes away what nobody can be reading any more, and only then lets the head forget it. @returns what is left */
async function tidied(ctx: Ctx, { key, former, begun = [] }: HeadRecord): Promise<Pick<HeadRecord, "former" | "begun">> {
  const now = ctx.now().toISOString();
  const all = [...former, ...begun].filter((one) => one.key !== key);
  const over = all.filter(({ until }) => until <= now);
  for (const one of over) await ctx.objects.remove("private", one.key);
  return { former: all.filter((one) => !over.includes(one)), begun: [] };
}

/** Writes the head. Whether it did: somebody else may have been quicker. */
async function moved(ctx: Ctx, write: Write): Promise<boolean> {
  try {
    await ctx.table.write([write], "");
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
