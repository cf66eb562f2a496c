import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { groupPages } from "../pages/group.ts";
import { myPages } from "../pages/my.ts";
import { takeOverPages } from "../pages/take-over.ts";
import { groups, registrations } from "./routes.ts";

/** What people do with a registration that they have: their pages, and the same for programs. */
export const app = appOf({
  api: new Hono<Env>().route("/registrations", registrations).route("/group-registrations", groups),
  pages: new Hono<Env>().route("/forms", takeOverPages).route("/forms", groupPages).route("/my", myPages),
});
