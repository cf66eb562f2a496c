import { hydrate } from "preact";
import { FiguresBoard } from "./board.tsx";
import type { Board } from "./shown.ts";

const root = document.getElementById("figures");
const data = document.getElementById("figures-data")?.textContent;
if (root && data) hydrate(<FiguresBoard {...(JSON.parse(data) as Board)} />, root);
