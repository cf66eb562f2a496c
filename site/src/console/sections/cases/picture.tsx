import { type Picture, uploadLimit } from "@lingxi/core/picture/schema";
import type { Localised, Words } from "@lingxi/core/platform/text";
import { useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, Dialog, ErrorSummary } from "../../ui.tsx";
import { UploadField } from "../../upload.tsx";
import { fieldWords as words } from "./words-fields.ts";

export interface Stored {
  readonly picture: Picture;
  readonly markdown: Words;
}

/** What a picture is wanted for. */
export interface Asking {
  readonly title: string;
  readonly onStored: (stored: Stored) => void;
}

interface PictureDialogProps {
  asking: Asking | undefined;
  onClose: () => void;
}

const none: Localised = { "zh-CN": "" };

/**
 * Asks for a picture and its description, and stores it. What was chosen and typed stays through a refusal. It holds a form, so it must
 * not stand inside one.
 */
export function PictureDialog({ asking, onClose }: PictureDialogProps) {
  const [file, setFile] = useState<File>();
  const [alt, setAlt] = useState(none);
  const [busy, setBusy] = useState(false);
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);
  const [message, setMessage] = useState<string>();

  const send = async () => {
    setBusy(true);
    setFields([]);
    setMessage(undefined);
    const body = new FormData();
    try {
      if (file) body.set("file", await fitting(file), file.name);
      body.set("alt.zh-CN", alt["zh-CN"]);
      body.set("alt.en", alt.en ?? "");
      const stored = await api<Stored>("/api/pictures", { method: "POST", body });
      setFile(undefined);
      setAlt(none);
      onClose();
      asking?.onStored(stored);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFields(error.fields);
      if (!error.fields.length) setMessage(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open={asking !== undefined} title={asking?.title ?? ""} onClose={onClose}>
      {(fields.length > 0 || message) && <ErrorSummary fields={fields} {...(message ? { message } : {})} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {asking && (
          <UploadField
            name="file"
            label={t(words.file)}
            hint={t(words.fileHint)}
            accept="image/jpeg,image/png,image/webp"
            onChoose={setFile}
            errors={fields}
          />
        )}
        <BilingualField name="alt" label={t(words.alt)} hint={t(words.altHint)} value={alt} onInput={setAlt} errors={fields} />
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(busy ? words.uploading : words.upload)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** As wide as the server keeps it. */
const widest = 1600;

/** A photograph that is too large to send, made smaller; one that the browser cannot read goes as it is, and the server says why not. */
async function fitting(file: File): Promise<Blob> {
  if (file.size <= uploadLimit) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, widest / bitmap.width);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return (await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.88))) ?? file;
  } catch {
    return file;
  }
}
