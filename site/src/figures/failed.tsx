import type { Board } from "./shown.ts";

/** The graph, or what draws it, could not be had. */
export function Failed({ words, again }: { words: Board["words"]; again: () => void }) {
  return (
    <div class="notice notice--error" role="alert">
      <p class="notice__title">{words.graph.failed}</p>
      <p>
        {words.graph.failedHelp}{" "}
        <button type="button" class="link-button" onClick={again}>
          {words.graph.again}
        </button>
      </p>
    </div>
  );
}
