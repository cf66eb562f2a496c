import { usePaged } from "../../../paged.ts";
import { go } from "../../../router.ts";
import { t } from "../../../text.ts";
import { Button, Empty, Notice, PageTitle } from "../../../ui.tsx";
import { words as campaignWords } from "../words.ts";
import type { SegmentRow } from "./types.ts";
import { words } from "./words.ts";

/** The segments that are kept. */
export function Segments() {
  const { items, problem, more, busy } = usePaged<SegmentRow>("/api/console/segments");
  return (
    <div class="stack steps">
      <p>
        <a href="/console/campaigns">← {t(campaignWords.back)}</a>
      </p>
      <PageTitle title={t(words.segments)} intro={t(words.segmentsIntro)}>
        <Button onClick={() => go("/console/campaigns/segments/new")}>{t(words.addSegment)}</Button>
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && !problem && <Empty title={t(words.noSegments)} help={t(words.noSegmentsHelp)} />}
      {items && items.length > 0 && (
        <ul class="stack">
          {items.map(({ id, name }) => (
            <li class="card card--link" key={id}>
              <a class="cover-link" href={`/console/campaigns/segments/${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}
