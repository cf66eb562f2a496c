import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "./text.ts";
import { Button, Notice } from "./ui.tsx";
import { words } from "./words.ts";

/** A component whose code is loaded when it is first shown; says so while it waits, and offers another try when it fails. */
export function Later<Props extends object>({ load, ...props }: { load: () => Promise<ComponentType<Props>> } & Props) {
  const [loaded, setLoaded] = useState<{ component?: ComponentType<Props>; failed?: boolean }>({});
  const begin = () => {
    setLoaded({});
    load().then(
      (component) => setLoaded({ component }),
      () => setLoaded({ failed: true }),
    );
  };
  useEffect(begin, [load]);
  const Component = loaded.component;
  if (Component) return <Component {...(props as unknown as Props)} />;
  if (!loaded.failed)
    return (
      <p class="muted" role="status">
        {t(words.loading)}
      </p>
    );
  return (
    <div class="stack">
      <Notice tone="error" title={t(words.sectionFailed)}>
        {t(words.unreachable)}
      </Notice>
      <Button onClick={begin}>{t(words.retry)}</Button>
    </div>
  );
}
