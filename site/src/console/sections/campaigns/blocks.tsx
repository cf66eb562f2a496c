import { type BlockDraft, type BlockKind, blockKinds, blockLimits } from "@lingxi/core/campaign/blocks-schema";
import { useRef } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { OrderTools } from "../../order/tools.tsx";
import { useOrder } from "../../order/use-order.ts";
import { t } from "../../text.ts";
import { Button } from "../../ui.tsx";
import type { Asking } from "../cases/picture.tsx";
import { BlockFields } from "./block-fields.tsx";
import { words } from "./blocks-words.ts";

interface Props {
  value: readonly BlockDraft[];
  /** `apart`: a step of its own to undo, unlike one more letter. */
  onInput: (blocks: readonly BlockDraft[], apart?: boolean) => void;
  onMarkdown: (() => void) | undefined;
  /** Asks for a picture. The dialog holds a form, so it stands elsewhere. */
  ask: (asking: Asking) => void;
  errors: readonly FieldProblem[];
}

const none = { "zh-CN": "" };
const blankOf = (kind: Exclude<BlockKind, "picture">): BlockDraft => {
  switch (kind) {
    case "button":
      return { kind, text: none, href: "" };
    case "card":
      return { kind, of: "activities", id: "" };
    case "calendar":
      return { kind, activityId: "" };
    case "divider":
      return { kind };
    default:
      return { kind, text: none };
  }
};

/** The parts of a message, in their order. */
export function Blocks({ value, onInput, onMarkdown, ask, errors }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const order = useOrder(value, onInput, list);
  const append = (block: BlockDraft) => {
    order.focusNext(`[data-row="${value.length}"] :is(textarea, input, select)`);
    onInput([...value, block], true);
  };
  const add = (kind: BlockKind) => {
    if (kind !== "picture") return append(blankOf(kind));
    ask({ title: t(words.addPicture), onStored: ({ picture }) => append({ kind, picture }) });
  };
  const error = errors.find(({ field }) => field === "blocks")?.message;
  return (
    <fieldset class={error ? "field field--error row-list blocks" : "field row-list blocks"} id={idOf("blocks")}>
      <legend class="field__label">{t(words.blocks)}</legend>
      <span class="field__hint">{t(words.hint)}</span>
      {error && <span class="field__error">{error}</span>}
      <ol class="row-list__list" ref={list} {...order.list}>
        {order.rows.map(({ one, index, lifted }) => (
          <li
            class={lifted ? "row-list__row row-list__row--lifted" : "row-list__row"}
            key={index}
            data-row={index}
            aria-label={`${index + 1}. ${t(words.kinds[one.kind])}`}
          >
            <div class="row-list__fields">
              <BlockFields
                block={one}
                name={`blocks.${index}`}
                errors={errors}
                put={(block) => onInput(value.map((was, n) => (n === index ? block : was)))}
              />
            </div>
            <OrderTools order={order} index={index} count={value.length} />
          </li>
        ))}
      </ol>
      <div class="actions row-list__add">
        {value.length < blockLimits.blocks ? (
          <>
            <span class="muted small">{t(words.add)}</span>
            {blockKinds.map((kind) => (
              <Button key={kind} look="quiet" onClick={() => add(kind)}>
                {t(words.kinds[kind])}
              </Button>
            ))}
          </>
        ) : (
          <span class="muted small">{t(words.full, { n: blockLimits.blocks })}</span>
        )}
        {onMarkdown && (
          <Button look="quiet" onClick={onMarkdown}>
            {t(words.toMarkdown)}
          </Button>
        )}
      </div>
      <span class="visually-hidden" role="status">
        {order.told}
      </span>
    </fieldset>
  );
}
