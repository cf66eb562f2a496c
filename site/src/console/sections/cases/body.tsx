import type { Locale, Localised } from "@lingxi/core/platform/text";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t } from "../../text.ts";
import { Button, TextArea } from "../../ui.tsx";
import type { Asking, Stored } from "./picture.tsx";
import { fieldWords as words } from "./words-fields.ts";

interface BodyProps {
  value: Localised;
  onInput: (value: Localised) => void;
  errors: readonly FieldProblem[];
  ask: (asking: Asking) => void;
}

const name = "body";
const fieldOf = (language: Locale) => `${name}.${language}`;

/** The text in both languages, each with a button that puts a picture where the cursor is. */
export function BodyField({ value, onInput, errors, ask }: BodyProps) {
  const insert = (language: Locale, { markdown }: Stored) => {
    const area = document.getElementById(idOf(fieldOf(language)));
    if (!(area instanceof HTMLTextAreaElement)) return;
    const { selectionStart: from, selectionEnd: to } = area;
    const before = area.value.slice(0, from).replace(/\n*$/, (end) => (from ? "\n\n" : end));
    const text = `${before}${markdown[language]}\n\n`;
    onInput({ ...value, [language]: text + area.value.slice(to).replace(/^\n+/, "") });
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
        <Button
          look="quiet"
          onClick={() => ask({ title: t(words.insertPicture), onStored: (stored) => insert(language, stored) })}
        >
          {t(language === "en" ? words.insertEnglish : words.insertChinese)}
        </Button>
      </div>
    </div>
  );
  return (
    <fieldset class="field bilingual" id={idOf(name)}>
      <legend class="field__label">{t(words.parts.body)}</legend>
      <span class="field__hint">{t(words.bodyHint)}</span>
      <div class="bilingual__pair">
        {column("zh-CN")}
        {column("en")}
      </div>
    </fieldset>
  );
}
