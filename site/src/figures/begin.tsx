import { hydrate } from "preact";
import { FiguresBoard } from "./board.tsx";
import type { Board } from "./shown.ts";

/** Brings the page to life: what was rendered is taken over as it stands. */
export function begin(root: Element, board: Board): void {
  hydrate(<FiguresBoard {...board} />, root);
}
