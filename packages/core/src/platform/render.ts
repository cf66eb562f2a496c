import type { Ctx } from "./context.ts";

/** The site's build used as a renderer: a path and its data in, the finished page out. */
export type Render = (input: unknown) => Promise<Rendered>;

/** The same before it knows for whom: which build is live stands in the table. */
export type Renderer = (input: unknown, ctx: Ctx) => Promise<Rendered>;

export interface Rendered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}
