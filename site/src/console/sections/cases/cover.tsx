import { type Picture, smallOf } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { useState } from "preact/hooks";
import { idOf } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { Button } from "../../ui.tsx";
import { PictureDialog } from "./picture.tsx";
import { words } from "./words.ts";

interface CoverProps {
  value: Picture | undefined;
  onInput: (picture: Picture | undefined) => void;
}

/** The picture that stands over the case and in lists. */
export function CoverField({ value, onInput }: CoverProps) {
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <fieldset class="field" id={idOf("cover")}>
        <legend class="field__label">{t(words.cover)}</legend>
        {value && <img class="case-cover" src={smallOf(value)} alt={say(value.alt, locale)} />}
        <div class="actions">
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t(value ? words.replaceCover : words.chooseCover)}
          </Button>
          {value && (
            <Button look="quiet" onClick={() => onInput(undefined)}>
              {t(words.removeCover)}
            </Button>
          )}
        </div>
      </fieldset>
      <PictureDialog
        open={asking}
        title={t(words.cover)}
        onClose={() => setAsking(false)}
        onStored={({ picture }) => {
          onInput(picture);
          setAsking(false);
        }}
      />
    </>
  );
}
