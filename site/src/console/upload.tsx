import type { FieldProblem } from "./api.ts";
import { idOf } from "./fields.tsx";

interface UploadProps {
  name: string;
  label: string;
  hint: string;
  /** Media types, separated by commas. */
  accept: string;
  onChoose: (file: File | undefined) => void;
  errors?: readonly FieldProblem[];
}

/** One file. */
export function UploadField({ name, label, hint, accept, onChoose, errors }: UploadProps) {
  const id = idOf(name);
  const error = errors?.find(({ field }) => field === name)?.message;
  return (
    <div class={error ? "field field--error" : "field"}>
      <label class="field__label" for={id}>
        {label}
      </label>
      <span class="field__hint" id={`${id}-hint`}>
        {hint}
      </span>
      {error && (
        <span class="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        class="input"
        type="file"
        accept={accept}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        {...(error ? { "aria-invalid": "true" as const } : {})}
        onChange={(event) => onChoose(event.currentTarget.files?.[0])}
      />
    </div>
  );
}
