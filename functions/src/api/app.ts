import { type Context, Hono, type MiddlewareHandler } from "hono";
import { errorPage } from "../pages/error.ts";
import { actor } from "./middleware/actor.ts";
import { noRouteFor, onError } from "./middleware/errors.ts";
import { noteRefusal } from "./middleware/security-log.ts";
import type { Env } from "./types.ts";

/** An app with what every answer needs: who acts (staff, unless told), in which language, and refusals as problem details, or as a page outside of /api. */
export function appOf(parts: { api?: Hono<Env>; pages?: Hono<Env> }, who: MiddlewareHandler<Env> = actor): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const answerError = (error: unknown, c: Context<Env>) => {
    noteRefusal(error, c);
    return c.req.path.startsWith("/api") ? onError(error, c) : errorPage(error, c);
  };
  app.use(who);
  app.onError(answerError);
  app.notFound((c) => answerError(noRouteFor(app, c), c));
  if (parts.api) app.route("/api", parts.api);
  if (parts.pages) app.route("/", parts.pages).route("/en", parts.pages);
  return app;
}
