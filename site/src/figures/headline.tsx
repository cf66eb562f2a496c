import { inLocale, kinds, paths } from "@lingxi/core/publication/schema";
import type { Board } from "./shown.ts";
import { Value } from "./value.tsx";

/** The totals, each with what it counts and the way to the list. */
export function Headline({ figures, words, locale }: Board) {
  return (
    <section aria-labelledby="totals">
      <h2 class="visually-hidden" id="totals">
        {words.headline}
      </h2>
      <ul class="totals">
        {kinds.map((kind) => (
          <li key={kind}>
            <p class="totals__number">
              <Value n={figures.counts[kind]} />
            </p>
            <h3>
              <a href={inLocale(paths[kind], locale)}>{words.kinds[kind]}</a>
            </h3>
            <p class="small muted">{words.counted[kind]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
