/** Where what is asked for by a former address is now. */
export interface Moved {
  readonly path: string;
}

/** A file that can be made. What is made of the same `of` has the same bytes, so that nobody has to make it twice. */
export interface Made {
  readonly of: string;
  make(): Promise<{ readonly bytes: Uint8Array; readonly type: string }>;
}

/** Whether a name is not what a thing is called now. Numbers, which no last part of an address looks like, stay as they are. */
export const isFormer = (name: string, slug: string): boolean => name !== slug && !name.includes("_");
