import { registrationStatuses } from "@lingxi/core/activity/kinds-schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatTime, homeZone } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { useChainName } from "../../chains.tsx";
import { List } from "../../list/list.tsx";
import type { ListColumn, ListOf } from "../../list/types.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { answerColumns, answerFilter } from "./form/answers.ts";
import type { FormRow } from "./form/draft.ts";
import { words as more } from "./ticket-words.ts";
import type { ActivityRow, RegistrationRow } from "./types.ts";
import { words } from "./words.ts";

const tones = {
  confirmed: "success",
  offered: "accent",
  waitlisted: "warning",
  requested: "warning",
  refused: "info",
  cancelled: "info",
} as const;

/** What has no place on the screen. */
const inFile = (key: string, label: Words, text: (row: RegistrationRow) => string | undefined): ListColumn<RegistrationRow>[] => [
  { key, label: t(label), cell: text, text, fileOnly: true },
];

interface Props {
  activityId: string;
  tickets?: ActivityRow["tickets"];
  timeZone?: string | undefined;
  /** The versions of its form, the newest first. */
  forms: readonly FormRow[];
}

/** Who registered: found by name, its sound, organisation, address or number. Made for a telephone at the door as well. */
export function Registrations({ activityId, tickets = [], timeZone = homeZone, forms }: Props) {
  const { locale } = useLocale();
  const chainName = useChainName();
  const mayDecide = hasRole(useSession(), "organiser");
  const of = useMemo<ListOf<RegistrationRow>>(() => {
    const path = (r: RegistrationRow, verb: string) => `/api/console/activities/${activityId}/registrations/${r.person}/${verb}`;
    const kind = (r: RegistrationRow) => {
      const ticket = tickets.find(({ id }) => id === r.ticket);
      return ticket ? say(ticket.name, locale) : "";
    };
    const group = ({ leads, leader }: RegistrationRow) =>
      leads?.length ? t(words.leads, { n: leads.length + 1 }) : leader ? t(words.companion) : "";
    const at = (r: RegistrationRow) => formatTime(r.queuedAt, locale, timeZone);
    return {
      api: `/api/console/activities/${activityId}/registrations`,
      caption: t(words.registrations),
      timeZone,
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
        ...(tickets.length ? [{ key: "ticket", label: t(words.ticket), cell: kind, text: kind, aside: true }] : []),
        ...((forms[0]?.group ?? 1) > 1 ? [{ key: "group", label: t(words.group), cell: group, text: group, aside: true }] : []),
        { key: "phone", label: t(words.phone), cell: (r) => r.phone ?? "", text: (r) => r.phone, aside: true },
        { key: "email", label: t(words.email), cell: (r) => r.email, text: (r) => r.email, aside: true },
        {
          key: "at",
          label: t(words.at),
          cell: at,
          text: at,
          value: (r) => ({ at: r.queuedAt }),
          by: (r) => r.queuedAt,
          width: "time",
          aside: true,
        },
        ...inFile("interest", words.interest, (r) => r.interest),
        ...answerColumns(forms, chainName),
        ...(tickets.length ? inFile("code", more.code, (r) => r.code) : []),
        ...inFile("remark", words.remark, (r) => r.remark),
        ...inFile("id", words.ticketNumber, (r) => r.id),
      ],
      filters: [
        { name: "status", label: t(words.status), options: registrationStatuses.map((s) => ({ value: s, label: t(words[s]) })) },
        ...answerFilter(forms),
      ],
      actions:
        mayDecide && tickets.some(({ approval }) => approval)
          ? [
              {
                key: "approve",
                label: more.approve,
                help: more.approveHelp,
                fits: (r) => r.status === "requested" || r.status === "refused",
                call: (r) => ({ path: path(r, "approve"), body: { version: r.version } }),
              },
              {
                key: "refuse",
                label: more.refuse,
                help: more.refuseHelp,
                asks: more.reason,
                look: "danger",
                fits: (r) => r.status === "requested",
                call: (r, remark) => ({ path: path(r, "refuse"), body: { version: r.version, remark } }),
              },
            ]
          : [],
      empty: () => ({ title: t(words.nobody), help: t(words.nobodyHelp) }),
    };
  }, [locale, activityId, tickets, timeZone, forms, chainName, mayDecide]);
  return <List of={of} />;
}
