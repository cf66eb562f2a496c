import { formatTime } from "@lingxi/core/platform/time";
import type { WebhookRow as Hook } from "@lingxi/core/webhook/answer-schema";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { words } from "./words.ts";

const tones = { active: "success", paused: "info", disabled: "error", removed: "info" } as const;

/** Whether a webhook is on, and since when nothing gets through. */
export function StateTag({ hook }: { readonly hook: Hook }) {
  const { locale } = useLocale();
  return (
    <>
      <Tag tone={tones[hook.status]}>{t(words[hook.status])}</Tag>
      {hook.status === "active" && hook.failingSince && (
        <>
          {" "}
          <Tag tone="warning">{t(words.failing, { at: formatTime(hook.failingSince, locale) })}</Tag>
        </>
      )}
    </>
  );
}
