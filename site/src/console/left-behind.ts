import { exportsName } from "./long-work/now.ts";

type Kept = Pick<Storage, "length" | "key" | "removeItem">;

const everybodys = new Set(["lingxi.locale"]);
/** What was typed and not saved stands under its owner's id: `lingxi.form.<staffId>.…`, `lingxi.case.<staffId>.…`. */
const typed = /^lingxi\.(?:form|case)\.([^.]+)\./;

const keysOf = (storage: Kept) => Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? "");

/** How many texts somebody has typed in this browser and not saved. */
export const countUnsaved = (staffId: string, storage: Kept = localStorage): number =>
  keysOf(storage).filter((key) => typed.exec(key)?.[1] === staffId).length;

/** Takes away whatever the console keeps in this browser of what people saw and typed; the chosen language stays. */
export function clearLeftBehind(storages: readonly Kept[] = [localStorage, sessionStorage]): void {
  for (const storage of storages)
    for (const key of keysOf(storage)) if (key.startsWith("lingxi.") && !everybodys.has(key)) storage.removeItem(key);
  globalThis.indexedDB?.deleteDatabase(exportsName);
}

/** Takes away what others typed here, whose session ended without a word: somebody else uses this browser now. */
export function clearOthers(staffId: string, storage: Kept = localStorage): void {
  for (const key of keysOf(storage)) {
    const owner = typed.exec(key)?.[1];
    if (owner !== undefined && owner !== staffId) storage.removeItem(key);
  }
}
