import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { applied } from "./apply.ts";
import { builder } from "./build.ts";
import { Head, type HeadRecord } from "./entity.ts";
import { prepare } from "./entry.ts";
import { emptyLibrary, holds, type Library, loaded, serialised } from "./library.ts";
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

export type StoredHead = HeadRecord & Stored;

export const readHead = (ctx: Ctx): Promise<StoredHead | undefined> => Head.find(ctx, {});

/** The snapshot that a head names. @throws Error when it is not there, BrokenIndex when it cannot be read */
export async function loadSnapshot(ctx: Ctx, { key }: HeadRecord): Promise<Library> {
  const object = await ctx.objects.get("private", key);
  if (!object) throw new Error(`There is no search snapshot ${key}.`);
  return loaded(object.body);
}

/** The snapshot that counts. One that was taken away after its name was read has another in its place. @throws as `loadSnapshot` does */
export async function latestSnapshot(ctx: Ctx, named: StoredHead): Promise<{ head: StoredHead; library: Library }> {
  for (let head = named, attempt = 1; ; attempt++)
    try {
      return { head, library: await loadSnapshot(ctx, head) };
    } catch (error) {
      const now = await readHead(ctx);
      if (!now || now.key === head.key || attempt === attempts) throw error;
      head = now;
    }
}

/**
 * Makes a snapshot of all documents, and puts it in the place of the one before. Changes that are committed meanwhile stay in the log, which
 * is read from before the first document was.
 */
export async function saveSnapshot(ctx: Ctx, documents: AsyncIterable<SearchDocument>): Promise<Saved> {
  const position = ctx.now().toISOString();
  const building = builder();
  for await (const document of documents) building.add(await prepare(document));
  const made = building.bytes();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await readHead(ctx);
    const bytes = await withoutRemoved(ctx, made, new Date(position));
    const saved = { documents: loaded(bytes).size, bytes: bytes.length };
    if (await put(ctx, bytes, { position, ...saved }, head)) return saved;
  }
  throw replacedAgain();
}

const replacedAgain = () => new Error("the search snapshot was replaced by others again and again");

/** What was removed while its snapshot was made is not stored: `purgeSnapshots` may have looked for it before. */
async function withoutRemoved(ctx: Ctx, bytes: Uint8Array, since: Date): Promise<Uint8Array> {
  const changes = await readLog(ctx, new Date(since.getTime() - overlap));
  if (changes.every(({ entry }) => entry)) return bytes;
  return serialised(applied(loaded(bytes), changes));
}

/**
 * Takes documents that were removed out of the store: a snapshot without them takes the place of the latest, and those before go at once. Whoever
 * was about to load one of them reads the head again (`latestSnapshot`).
 */
export async function purgeSnapshots(ctx: Ctx, gone: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const position = ctx.now().toISOString();
    const named = await readHead(ctx);
    if (!named) return;
    const { head, library: before } = await latestSnapshot(ctx, named);
    if (!gone.some((id) => holds(before, id))) {
      // One that is being made may hold them: it finds that the head moved on, and is looked through again.
      const condition = { condition: "#version = :version", values: { ":version": head.version, ":next": head.version + 1 } };
      if (await moved(ctx, Head.update(ctx, {}, "SET #version = :next", condition))) return removeFormer(ctx);
      continue;
    }
    const library = applied(before, await readLog(ctx, new Date(new Date(head.position).getTime() - overlap)));
    const bytes = serialised(library);
    if (await put(ctx, bytes, { position, documents: library.size, bytes: bytes.length }, head)) return removeFormer(ctx);
  }
  throw replacedAgain();
}

/** Removes the snapshots that were replaced, before their time. One that is being made is none of them, or will find that the head moved on. */
async function removeFormer(ctx: Ctx): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await readHead(ctx);
    if (!head?.former.length) return;
    for (const { key } of head.former) await ctx.objects.remove("private", key);
    const condition = { condition: "#key = :key", values: { ":key": head.key, ":none": [] } };
    if (await moved(ctx, Head.update(ctx, {}, "SET #former = :none", condition))) return;
  }
  throw replacedAgain();
}

/**
 * Makes a snapshot of the latest one and all changes since; a job does it from time to time, so that the log stays short. When somebody else
 * saved one meanwhile, that one stays. @throws Error when the latest cannot be read: only a new one of all documents helps
 */
export async function compactSnapshot(ctx: Ctx): Promise<Saved & { readonly changes: number }> {
  const position = ctx.now().toISOString();
  const named = await readHead(ctx);
  const { head, library: before } = named ? await latestSnapshot(ctx, named) : { head: undefined, library: emptyLibrary };
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
  before: StoredHead | undefined,
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
