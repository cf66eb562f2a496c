import type { Locale } from "@lingxi/core/platform/text";
import { useCallback, useEffect, useState } from "preact/hooks";
import { keepLocale, LocaleContext, startLocale, t } from "../console/text.ts";
import { Choose } from "./choose.tsx";
import { Desk } from "./desk.tsx";
import { deviceName, dropOld } from "./leave.ts";
import { words } from "./words.ts";

const chosen = () => /^#(act_\w{1,40})$/.exec(location.hash)?.[1];

/** The door of the activity that the address names, or the choice of one. */
export function App() {
  const [locale, setLocale] = useState<Locale>(startLocale);
  const [activityId, setActivityId] = useState(chosen);
  const [device, setDevice] = useState<string>();
  keepLocale(locale, false);
  document.title = t(words.title);
  const choose = useCallback((next: Locale) => {
    keepLocale(next, true);
    setLocale(next);
  }, []);
  useEffect(() => {
    const turn = () => setActivityId(chosen());
    addEventListener("hashchange", turn);
    dropOld()
      .then(deviceName)
      .then(setDevice, () => setDevice("?"));
    return () => removeEventListener("hashchange", turn);
  }, []);
  return (
    <LocaleContext.Provider value={{ locale, choose }}>
      {!device ? (
        <p class="page muted" role="status">
          {t(words.loading)}
        </p>
      ) : activityId ? (
        <Desk key={activityId} activityId={activityId} device={device} onDevice={setDevice} />
      ) : (
        <Choose />
      )}
    </LocaleContext.Provider>
  );
}
