export type { Staff } from "../console/app.ts";
export type { Api } from "./app.ts";
export type { Problem } from "./middleware/errors.ts";
