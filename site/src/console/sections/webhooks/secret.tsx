import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../text.ts";
import { Button, Notice } from "../../ui.tsx";
import { words } from "./words.ts";

/** The one time that a secret is seen. */
export function Secret({ secret, children }: { readonly secret: string; readonly children?: ComponentChildren }) {
  const [copied, setCopied] = useState(false);
  return (
    <Notice tone="success" title={t(words.secret)}>
      <p>{t(words.secretHelp)}</p>
      <p>
        <code>{secret}</code>
      </p>
      <div class="actions">
        <Button look="quiet" onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
          {t(copied ? words.copied : words.copy)}
        </Button>
        {children}
      </div>
    </Notice>
  );
}
