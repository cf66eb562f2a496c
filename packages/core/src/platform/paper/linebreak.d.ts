declare module "linebreak" {
  /** Unicode line breaking, UAX #14. */
  class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, as a position in UTF-16. */
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export { LineBreaker as default };
}
