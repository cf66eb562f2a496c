import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { t, useLocale } from "../console/text.ts";
import { Notice } from "../console/ui.tsx";
import type { Keeper, View } from "./keeper.ts";
import { leave } from "./leave.ts";
import { Reports } from "./reports.tsx";
import { words } from "./words.ts";

interface Props {
  readonly keeper: Keeper;
  readonly view: View;
  readonly device: string;
  readonly onDevice: (name: string) => void;
  readonly onClose: () => void;
}

/** What is seldom needed: the device's name, the list, the reports, the way out. */
export function Menu({ keeper, view, device, onDevice, onClose }: Props) {
  const { locale, choose } = useLocale();
  const [name, setName] = useState(device);
  const [sure, setSure] = useState(false);
  const unsent = view.waiting + view.refused;
  const go = async () => {
    if (unsent && !sure) return setSure(true);
    keeper.close();
    await leave();
    location.assign("/console/sign-in");
  };
  const rename = (event: Event) => {
    event.preventDefault();
    const chosen = name.trim().slice(0, 40);
    if (!chosen) return;
    keeper.rename(chosen);
    onDevice(chosen);
    onClose();
  };
  return (
    <section class="door-sheet stack stack--loose">
      <form class="field" onSubmit={rename}>
        <label class="field__label" for="door-device">
          {t(words.device)}
        </label>
        <span class="field__hint" id="door-device-hint">
          {t(words.deviceHelp)}
        </span>
        <div class="door-pair">
          <input
            id="door-device"
            class="input"
            maxLength={40}
            aria-describedby="door-device-hint"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button class="button button--quiet" type="submit">
            {t(words.save)}
          </button>
        </div>
      </form>
      <section class="stack">
        <h2>{t(words.list)}</h2>
        <p>
          {view.listFrom && t(words.listOf, { n: view.tickets.size, at: formatTime(view.listFrom, locale, view.state.timeZone) })}
          {view.listOld && ` · ${t(words.listOld)}`}
        </p>
        <button
          class="button button--quiet"
          type="button"
          disabled={view.link !== "online" || view.loading !== undefined}
          onClick={() => void keeper.refresh().catch(() => undefined)}
        >
          {t(words.refresh)}
        </button>
      </section>
      <Reports activityId={view.state.id} zone={view.state.timeZone} />
      <section class="stack">
        <p class="small muted">{t(words.leaveHelp)}</p>
        {sure && <Notice tone="error">{t(words.leaveUnsent, { n: unsent })}</Notice>}
        <div class="actions">
          <a class="button button--quiet" href="#choose">
            {t(words.otherActivity)}
          </a>
          <button
            class="button button--quiet"
            type="button"
            lang={locale === "en" ? "zh-CN" : "en"}
            onClick={() => choose(locale === "en" ? "zh-CN" : "en")}
          >
            {t(words.language)}
          </button>
          <button class="button button--danger" type="button" onClick={() => void go()}>
            {t(sure ? words.leaveAnyway : words.leave)}
          </button>
        </div>
      </section>
      <button class="button button--quiet" type="button" onClick={onClose}>
        {t(words.close)}
      </button>
    </section>
  );
}
