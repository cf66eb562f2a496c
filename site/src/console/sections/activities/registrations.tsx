import { registrationStatuses } from "@lingxi/core/activity/kinds-schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import type { RegistrationRow } from "./types.ts";
import { words } from "./words.ts";

const tones = { confirmed: "success", offered: "accent", waitlisted: "warning", cancelled: "info" } as const;

/** Who registered: found by name, its sound, organisation, address or number. Made for a telephone at the door as well. */
export function Registrations({ activityId }: { activityId: string }) {
  const { locale } = useLocale();
  const of = useMemo<ListOf<RegistrationRow>>(() => {
    const at = (r: RegistrationRow) => formatTime(r.queuedAt, locale);
    return {
      api: `/api/console/activities/${activityId}/registrations`,
      caption: t(words.registrations),
      topic: `registrations:${activityId}`,
      rowId: (r) => r.id,
      rowName: (r) => r.name,
      columns: [
        { key: "name", label: t(words.person), cell: (r) => r.name, text: (r) => r.name },
        {
          key: "status",
          label: t(words.status),
          cell: (r) => <Tag tone={tones[r.status]}>{t(words[r.status])}</Tag>,
          text: (r) => t(words[r.status]),
          width: "narrow",
        },
        { key: "organisation", label: t(words.organisation), cell: (r) => r.organisation, text: (r) => r.organisation },
        { key: "phone", label: t(words.phone), cell: (r) => r.phone ?? "", text: (r) => r.phone, aside: true },
        { key: "email", label: t(words.email), cell: (r) => r.email, text: (r) => r.email, aside: true },
        { key: "at", label: t(words.at), cell: at, text: at, by: (r) => r.queuedAt, width: "time", aside: true },
      ],
      filters: [
        { name: "status", label: t(words.status), options: registrationStatuses.map((s) => ({ value: s, label: t(words[s]) })) },
      ],
      empty: () => ({ title: t(words.nobody), help: t(words.nobodyHelp) }),
    };
  }, [locale, activityId]);
  return <List of={of} />;
}
