import type { Locale, Localised } from "@lingxi/core/platform/text";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t } from "../../text.ts";
import { Button, TextArea } from "../../ui.tsx";
import { PictureDialog, type Stored } from "./picture.tsx";
import { words } from "./words.ts";

interface BodyProps {
  value: Localised;
  onInput: (value: Localised) => void;
  errors: readonly FieldProblem[];
}

const name = "body";
const fieldOf = (language: Locale) => `${name}.${language}`;

/** The text in both languages, each with a button that puts a picture where the cursor is. */
export function BodyField({ value, onInput, errors }: BodyProps) {
  const [asking, setAsking] = useState<Locale>();
  const insert = ({ markdown }: Stored) => {
    if (!asking) return;
    const area = document.getElementById(idOf(fieldOf(asking)));
    if (!(area instanceof HTMLTextAreaElement)) return;
    const { selectionStart: from, selectionEnd: to } = area;
    const before = area.value.slice(0, from).replace(/\n*$/, (end) => (from ? "\n\n" : end));
    const text = `${before}${markdown[asking]}\n\n`;
    onInput({ ...value, [asking]: text + area.value.slice(to).replace(/^\n+/, "") });
    setAsking(undefined);
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(text.length, text.length);
    });
  };
  const column = (language: Locale) => (
    <div class="stack stack--near">
      <TextArea
        name={fieldOf(language)}
        label={t(words[language === "en" ? "english" : "chinese"])}
        lang={language}
        rows={22}
        value={value[language] ?? ""}
        onInput={(text) => onInput({ ...value, [language]: text })}
        errors={errors}
      />
      <div class="actions">
        <Button look="quiet" onClick={() => setAsking(language)}>
          {t(language === "en" ? words.insertEnglish : words.insertChinese)}
        </Button>
      </div>
    </div>
  );
  return (
    <>
      <fieldset class="field bilingual" id={idOf(name)}>
        <legend class="field__label">{t(words.body)}</legend>
        <span class="field__hint">{t(words.bodyHint)}</span>
        <div class="bilingual__pair">
          {column("zh-CN")}
          {column("en")}
        </div>
      </fieldset>
      <PictureDialog
        open={asking !== undefined}
        title={t(words.insertPicture)}
        onClose={() => setAsking(undefined)}
        onStored={insert}
      />
    </>
  );
}
