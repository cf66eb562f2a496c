import { allChains } from "@lingxi/core/taxonomy";
import { Hono } from "hono";
import { describe } from "../describe.ts";
import type { Env } from "../types.ts";

/** The industry chains, for pickers and for other people's programs. They change with a deployment only. */
export const chains = new Hono<Env>().get(
  "/",
  describe({ summary: "The industry chains; provisional until the authority's notice confirms them" }),
  (c) => {
    c.header("cache-control", "public, max-age=300");
    return c.json({ items: allChains });
  },
);
