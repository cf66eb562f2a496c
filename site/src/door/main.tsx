import { render } from "preact";
import { App } from "./app.tsx";
import { decoder } from "./decode.ts";
import { keepPage } from "./offline.ts";

const root = document.getElementById("door");
if (root) {
  root.replaceChildren();
  render(<App />, root);
  // The decoder first, so that it is among what is kept.
  decoder()
    .then(keepPage)
    .catch(() => undefined);
}
