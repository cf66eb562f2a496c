/** A store of files. Two stand behind it: what the public may read (`site`), and what only the product may (`private`). */
export interface Objects {
  put(store: Store, key: string, body: Uint8Array | string, options: { type: string; cache?: string }): Promise<void>;
  get(store: Store, key: string): Promise<{ body: Uint8Array; type: string } | undefined>;
  remove(store: Store, key: string): Promise<void>;
}
export type Store = "site" | "private";

/** Where it is looked up to which address a page has moved whose file (`cases/x/index.html`) is not there; whoever serves files answers with 301. */
export const movedKey = (file: string): string => `_moved/${file}`;
