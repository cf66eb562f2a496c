import type { PageInput } from "@lingxi/core/publication/schema";
import { createApp } from "astro/app/entrypoint";

const app = createApp({ streaming: false });

/** Makes one page. The same input gives the same bytes; a page that cannot be made is an error, never an empty file. */
export async function render(input: PageInput): Promise<{ status: number; type: string; body: string }> {
  // One route serves every page and reads only the input, so the address asked for is always the same one.
  const answer = await app.render(new Request(new URL("/", input.origin)), { locals: { page: input } });
  const body = await answer.text();
  if (answer.status !== 200 || !body)
    throw new Error(`The page ${input.path} (${input.data.kind}) could not be rendered: status ${answer.status}.`);
  return { status: input.data.kind === "not-found" ? 404 : 200, type: "text/html; charset=utf-8", body };
}
