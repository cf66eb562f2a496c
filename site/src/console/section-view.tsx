import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Section } from "./section.ts";
import { t } from "./text.ts";
import { Button, Notice } from "./ui.tsx";
import { words } from "./words.ts";

/** Loads a section's code and shows it; says so while it waits, and offers another try when it fails. */
export function SectionView({ section }: { section: Section }) {
  const [loaded, setLoaded] = useState<{ component?: ComponentType; failed?: boolean }>({});
  const load = () => {
    setLoaded({});
    section.component().then(
      (component) => setLoaded({ component }),
      () => setLoaded({ failed: true }),
    );
  };
  useEffect(load, [section]);
  const Component = loaded.component;
  if (Component) return <Component />;
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
      <Button onClick={load}>{t(words.retry)}</Button>
    </div>
  );
}
