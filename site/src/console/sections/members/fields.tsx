import type { Grant } from "@lingxi/core/identity/schema";
import { roles, wholeRoles } from "@lingxi/core/platform/roles";
import { say } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { api, type FieldProblem } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { t, useLocale } from "../../text.ts";
import { Choices, Field } from "../../ui.tsx";
import { roleWords, words } from "./words.ts";

/** What is asked of a member. */
export interface MemberDraft {
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}
export const blank: MemberDraft = { name: "", email: "", grants: [] };

interface Props {
  draft: MemberDraft;
  onInput: (draft: MemberDraft) => void;
  errors: readonly FieldProblem[];
}

export function MemberFields({ draft, onInput, errors }: Props) {
  const put = (patch: Partial<MemberDraft>) => onInput({ ...draft, ...patch });
  const choose = (chosen: readonly string[]) =>
    put({
      grants: roles
        .filter((role) => chosen.includes(role))
        .map((role) => draft.grants.find((grant) => grant.role === role) ?? { role, activities: [], chains: [] }),
    });
  const limit = (changed: Grant) => put({ grants: draft.grants.map((grant) => (grant.role === changed.role ? changed : grant)) });
  return (
    <>
      <Field short name="name" label={t(words.name)} value={draft.name} onInput={(name) => put({ name })} errors={errors} />
      <Field
        type="email"
        name="email"
        label={t(words.email)}
        hint={t(words.emailHint)}
        value={draft.email}
        onInput={(email) => put({ email })}
        errors={errors}
      />
      <Choices
        as="checkbox"
        long
        name="grants"
        label={t(words.roles)}
        hint={t(words.rolesHint)}
        options={roles.map((role) => ({
          value: role,
          label: t(words.role, { name: t(roleWords[role].name), purpose: t(roleWords[role].purpose) }),
        }))}
        value={draft.grants.map(({ role }) => role)}
        onInput={choose}
        errors={errors}
      />
      {draft.grants
        .filter(({ role }) => !wholeRoles.includes(role))
        .map((grant) => (
          <Limits key={grant.role} grant={grant} onInput={limit} />
        ))}
    </>
  );
}

/** Where a role holds. */
function Limits({ grant, onInput }: { grant: Grant; onInput: (grant: Grant) => void }) {
  const activities = useActivities();
  const n = grant.activities.length + grant.chains.length;
  const role = t(roleWords[grant.role].name);
  return (
    <details open={n > 0}>
      <summary>
        {t(words.limits, { role })} · {n ? t(words.limited, { n }) : t(words.everywhere)}
      </summary>
      <ChainsField
        name={`${grant.role}.chains`}
        label={t(words.chains)}
        value={grant.chains}
        onInput={(chains) => onInput({ ...grant, chains })}
      />
      {activities.length ? (
        <Choices
          as="checkbox"
          name={`${grant.role}.activities`}
          label={t(words.activities)}
          options={activities}
          value={grant.activities}
          onInput={(chosen) => onInput({ ...grant, activities: chosen })}
        />
      ) : (
        <p class="muted">{t(words.noActivities)}</p>
      )}
    </details>
  );
}

type Option = { readonly value: string; readonly label: string };

/** Activities that are announced or being prepared. */
function useActivities(): readonly Option[] {
  const { locale } = useLocale();
  const [options, setOptions] = useState<readonly Option[]>([]);
  useEffect(() => {
    type Row = { id: string; title: { "zh-CN": string; en?: string } };
    const list = async (status: string) =>
      (await api<{ items: Row[] }>(`/api/console/activities?status=${status}&limit=100`)).items;
    Promise.all([list("published"), list("draft")]).then(
      (found) => setOptions(found.flat().map(({ id, title }) => ({ value: id, label: say(title, locale) }))),
      () => undefined,
    );
  }, [locale]);
  return options;
}
