import type { Locale } from "@lingxi/core/platform/text";
import { inLocale, paths } from "@lingxi/core/publication/schema";
import type { Board } from "../shown.ts";

type Words = Board["words"];

/** The graph is on its way, or could not be had. */
export function Trouble({ words, failed, again }: { words: Words; failed: boolean; again: () => void }) {
  if (!failed)
    return (
      <p class="muted" role="status">
        {words.graph.loading}
      </p>
    );
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

/** What to do for a chain that has nothing yet. */
export function Nothing({ words, locale }: { words: Words; locale: Locale }) {
  return (
    <div class="empty">
      <h3>{words.graph.nothing}</h3>
      <p>{words.graph.nothingHelp}</p>
      <p class="actions">
        <a class="button" href={inLocale(paths.submitProject, locale)}>
          {words.graph.submit}
        </a>
        <a class="button button--quiet" href={inLocale(paths.publishDemand, locale)}>
          {words.graph.demand}
        </a>
        <a class="button button--quiet" href={inLocale(paths.joinTalents, locale)}>
          {words.graph.join}
        </a>
      </p>
    </div>
  );
}
