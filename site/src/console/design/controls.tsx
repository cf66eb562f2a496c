import { useState } from "preact/hooks";
import { t } from "../text.ts";
import { BilingualField, Button, Checkbox, ErrorSummary, Field, Select, TextArea } from "../ui.tsx";
import { words } from "./words.ts";

/** Buttons and fields; `prefix` keeps the names of the two samples apart. */
export function Controls({ prefix }: { prefix: string }) {
  const [values, setValues] = useState({
    name: { "zh-CN": "王小川", en: "" },
    email: "wang.example.cn",
    kind: "",
    about: "",
    consent: true,
  });
  const set = (part: Partial<typeof values>) => setValues((old) => ({ ...old, ...part }));
  const errors = [{ field: `${prefix}.email`, message: t(words.emailError) }];
  const kinds = [
    { value: "roadshow", label: t(words.roadshow) },
    { value: "salon", label: t(words.salon) },
  ];
  return (
    <>
      <div class="stack">
        <h3>{t(words.buttons)}</h3>
        <div class="actions">
          <Button>{t(words.main)}</Button>
          <Button look="quiet">{t(words.quiet)}</Button>
          <Button look="danger">{t(words.danger)}</Button>
          <Button busy>{t(words.busy)}</Button>
        </div>
      </div>
      <div class="stack">
        <h3>{t(words.fields)}</h3>
        <ErrorSummary fields={errors} still />
        <BilingualField
          name={`${prefix}.name`}
          label={t(words.name)}
          value={values.name}
          onInput={(name) => set({ name: { "zh-CN": name["zh-CN"], en: name.en ?? "" } })}
        />
        <Field
          name={`${prefix}.email`}
          label={t(words.email)}
          hint={t(words.emailHint)}
          errors={errors}
          type="email"
          value={values.email}
          onInput={(email) => set({ email })}
        />
        <Select
          name={`${prefix}.kind`}
          label={t(words.kind)}
          options={kinds}
          value={values.kind}
          onInput={(kind) => set({ kind })}
        />
        <TextArea
          name={`${prefix}.about`}
          label={t(words.about)}
          hint={t(words.aboutHint)}
          value={values.about}
          rows={3}
          onInput={(about) => set({ about })}
        />
        <Checkbox
          name={`${prefix}.consent`}
          label={t(words.consent)}
          checked={values.consent}
          onChange={(consent) => set({ consent })}
        />
      </div>
    </>
  );
}
