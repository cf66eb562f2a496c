import type { Locale } from "@lingxi/core/platform/text";
import { inLocale, paths } from "@lingxi/core/publication/schema";
import { graphWords } from "../../text/figures-graph.ts";

/** What to do for a chain that has nothing yet. */
export function Nothing({ locale }: { locale: Locale }) {
  const words = graphWords[locale];
  return (
    <div class="empty">
      <h3>{words.nothing}</h3>
      <p>{words.nothingHelp}</p>
      <p class="actions">
        <a class="button" href={inLocale(paths.submitProject, locale)}>
          {words.submit}
        </a>
        <a class="button button--quiet" href={inLocale(paths.publishDemand, locale)}>
          {words.demand}
        </a>
        <a class="button button--quiet" href={inLocale(paths.joinTalents, locale)}>
          {words.join}
        </a>
      </p>
    </div>
  );
}
