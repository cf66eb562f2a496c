import type { Words } from "@lingxi/core/platform/text";
import type { ComponentChildren } from "preact";
import { t } from "../text.ts";
import { PageTitle } from "../ui.tsx";
import { Outcome } from "./parts.tsx";
import type { Review } from "./use-record.ts";
import { words as common } from "./words.ts";

interface Props<T extends { version: number }> {
  review: Review<T>;
  /** The list that it is in. */
  list: string;
  back: Words;
  title: (record: T) => string;
  children: (record: T) => ComponentChildren;
}

/** The frame of one record under review: the way back, what became of the last step, and the record once it is there. */
export function ReviewPage<T extends { version: number }>({ review, list, back, title, children }: Props<T>) {
  const { record, trouble } = review;
  return (
    <div class="stack">
      <p>
        <a href={list}>← {t(back)}</a>
      </p>
      {record && <PageTitle title={title(record)} />}
      <Outcome review={review} />
      {!record && !trouble && <p role="status">{t(common.loading)}</p>}
      {record && children(record)}
    </div>
  );
}
