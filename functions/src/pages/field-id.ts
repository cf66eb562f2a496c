/** The id of a field's control, which the summary of errors links to; `apart` where several forms on a page ask the same. */
export const idOf = (name: string, apart?: string): string => `f-${apart ? `${apart}-` : ""}${name.replaceAll(".", "-")}`;
