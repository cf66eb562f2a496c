import { type Picture, smallOf } from "@lingxi/core/picture/schema";
import { say } from "@lingxi/core/platform/text";
import { idOf } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { Button } from "../../ui.tsx";
import type { Asking } from "./picture.tsx";
import { fieldWords as words } from "./words-fields.ts";

interface CoverProps {
  value: Picture | undefined;
  onInput: (picture: Picture | undefined) => void;
  ask: (asking: Asking) => void;
}

/** The picture that stands over the case and in lists. */
export function CoverField({ value, onInput, ask }: CoverProps) {
  const { locale } = useLocale();
  const choose = () => ask({ title: t(words.parts.cover), onStored: ({ picture }) => onInput(picture) });
  return (
    <fieldset class="field" id={idOf("cover")}>
      <legend class="field__label">{t(words.parts.cover)}</legend>
      {value && <img class="case-cover" src={smallOf(value)} alt={say(value.alt, locale)} />}
      <div class="actions">
        <Button look="quiet" onClick={choose}>
          {t(value ? words.replaceCover : words.chooseCover)}
        </Button>
        {value && (
          <Button look="quiet" onClick={() => onInput(undefined)}>
            {t(words.removeCover)}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
