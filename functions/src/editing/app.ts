import { Hono } from "hono";
import { actor } from "../api/middleware/actor.ts";
import { notFound, onError } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";

/** What needs the picture library or the renderer, kept out of the API so that it stays small. */
export const app = new Hono<Env>({ strict: false });
app.use(actor);
app.onError(onError);
app.notFound((c) => onError(notFound(), c));
