import type { Ctx } from "@lingxi/core/platform/context";
import type { Locale } from "@lingxi/core/platform/text";

/** What every route finds in its Hono context. */
export interface Env {
  Bindings: {
    makeCtx: (actor: Ctx["actor"], requestId: string) => Ctx;
    requestId: string;
    /** The network address that the call came from. It is kept nowhere but as a keyed digest. */
    address?: string;
  };
  Variables: {
    ctx: Ctx;
    locale: Locale;
    /** The id of the session that acts. */
    session: string | undefined;
    alternate: string | undefined;
  };
}
