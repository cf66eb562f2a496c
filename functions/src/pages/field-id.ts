/** The id of a field's control, which the summary of errors links to. */
export const idOf = (name: string): string => `f-${name.replaceAll(".", "-")}`;
