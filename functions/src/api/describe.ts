import type { Access } from "@lingxi/core/platform/actor";
import type { MiddlewareHandler } from "hono";
import type * as z from "zod";
import type { Env as AppEnv } from "./types.ts";

/** What the API description says of one route. */
export interface About {
  readonly summary: string;
  readonly verb?: { readonly input: z.ZodType; readonly access: Access };
  /** Where the verb's input comes from; path parameters are always taken from the path. */
  readonly from?: "json" | "query" | "form" | "upload";
  /** The field of the input that comes by a cookie. */
  readonly cookie?: string;
  readonly status?: number;
  /** Media type of the answer, where it is not JSON. */
  readonly answers?: string;
}

const mark = Symbol("about");

/** What a handler of a route says of it, if it does. */
export const aboutOf = (handler: unknown): About | undefined => (handler as Record<symbol, About | undefined>)[mark];

/** Describes the route that it stands in. Does nothing at run time. */
export const describe = (about: About): MiddlewareHandler<AppEnv> =>
  Object.assign(((_c, next) => next()) as MiddlewareHandler<AppEnv>, { [mark]: about });

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly about: About | undefined;
}
