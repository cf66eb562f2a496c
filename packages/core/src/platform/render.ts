/** The site's build used as a renderer: a path and its data in, the finished page out. */
export type Render = (input: unknown) => Promise<Rendered>;

export interface Rendered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}
