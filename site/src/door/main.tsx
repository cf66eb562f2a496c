import { render } from "preact";
import { App } from "./app.tsx";
import { keepPage } from "./offline.ts";

const root = document.getElementById("door");
if (root) {
  root.replaceChildren();
  render(<App />, root);
  void keepPage();
}
