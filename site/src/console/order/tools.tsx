import { t } from "../text.ts";
import type { Order } from "./use-order.ts";
import { words } from "./words.ts";

interface Props<T> {
  order: Order<T>;
  index: number;
  count: number;
  /** What taking this row away is called, where a row has a name. */
  removeLabel?: string;
}

/** What moves one row: the handle, and buttons that do the same; and what takes it away. */
export function OrderTools<T>({ order, index, count, removeLabel }: Props<T>) {
  const n = index + 1;
  return (
    <div class="row-list__tools">
      <button
        type="button"
        class="row-list__tool row-list__handle"
        aria-label={t(words.drag, { n })}
        disabled={count < 2}
        {...order.handle(index)}
      >
        ⠿
      </button>
      <button
        type="button"
        class="row-list__tool row-list__up"
        aria-label={t(words.up, { n })}
        disabled={index === 0}
        onClick={() => order.move(index, index - 1, index === 1 ? ".row-list__down" : ".row-list__up")}
      >
        ↑
      </button>
      <button
        type="button"
        class="row-list__tool row-list__down"
        aria-label={t(words.down, { n })}
        disabled={index === count - 1}
        onClick={() => order.move(index, index + 1, index === count - 2 ? ".row-list__up" : ".row-list__down")}
      >
        ↓
      </button>
      <button
        type="button"
        class="row-list__tool row-list__remove"
        aria-label={removeLabel ?? t(words.removeRow, { n })}
        onClick={() => order.remove(index)}
      >
        ×
      </button>
    </div>
  );
}
