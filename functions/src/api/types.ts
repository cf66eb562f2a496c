import type { Ctx } from "@lingxi/core/platform/context";
import type { Locale } from "@lingxi/core/platform/text";

/** What every route finds in its Hono context. */
export interface Env {
  Bindings: { makeCtx: (actor: Ctx["actor"], requestId: string) => Ctx; requestId: string };
  Variables: { ctx: Ctx; locale: Locale; session: string | undefined; name: string | undefined; alternate: string | undefined };
}
