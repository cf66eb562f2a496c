export type { Api } from "./app.ts";
export type { Problem } from "./middleware/errors.ts";
