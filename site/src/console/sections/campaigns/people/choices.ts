import type { Localised } from "@lingxi/core/platform/text";
import { say } from "@lingxi/core/platform/text";
import { sources } from "@lingxi/core/segment/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../../api.ts";
import { useChains } from "../../../chains.tsx";
import { t, useLocale } from "../../../text.ts";
import { kindWords } from "../../outcome/words-guests.ts";
import type { CampaignRow, ImportRow } from "../types.ts";
import type { Condition, SegmentRow } from "./types.ts";
import { words } from "./words.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The first hundred of a list that is chosen from; empty while it is on its way, or where it may not be read. */
function useSome<T>(path: string): readonly T[] {
  const [items, setItems] = useState<readonly T[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    api<{ items: T[] }>(path, { signal: stop.signal }).then(
      (page) => setItems(page.items),
      () => undefined,
    );
    return () => stop.abort();
  }, [path]);
  return items;
}

interface Known {
  readonly id: string;
  readonly title: Localised;
}
export const useActivities = () => useSome<Known>("/api/console/activities?limit=100");
export const useSegments = () => useSome<SegmentRow>("/api/console/segments?limit=100");
export const useImports = (): readonly Option[] =>
  useSome<ImportRow>("/api/console/imports?limit=100").map(({ id, source, fileName }) => ({
    value: id,
    label: `${source} (${fileName})`,
  }));

/** The values that each kind of condition can name. */
export function useValues(): Readonly<Partial<Record<Condition["about"], readonly Option[]>>> {
  const { locale } = useLocale();
  const chains = useChains();
  const activities = useActivities();
  const campaigns = useSome<CampaignRow>("/api/console/campaigns?limit=100");
  const list = useImports();
  const from = (table: Readonly<Record<string, Parameters<typeof t>[0]>>) =>
    Object.entries(table).map(([value, label]) => ({ value, label: t(label) }));
  return {
    chain: chains.map(({ id, name }) => ({ value: id, label: name[locale] })),
    kind: from(kindWords),
    region: from(regions),
    language: from({ "zh-CN": words.chinese, en: words.english, none: words.noLanguage }),
    consent: from({ "public-service": words["public-service"], commercial: words.commercial }),
    source: from(sources),
    list,
    activity: activities.map(({ id, title }) => ({ value: id, label: say(title, locale) })),
    sent: campaigns.map(({ id, subject }) => ({ value: id, label: say(subject, locale) })),
  };
}
