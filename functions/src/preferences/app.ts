import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { preferencePages } from "./pages.ts";

export const app = appOf({ pages: new Hono<Env>().route("/my/unsubscribe", preferencePages) });
