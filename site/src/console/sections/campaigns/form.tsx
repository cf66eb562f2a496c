import { campaignKinds } from "@lingxi/core/campaign/schema";
import { topicNames, topics } from "@lingxi/core/campaign/topics-schema";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { Later } from "../../later.tsx";
import { usePaged } from "../../paged.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, Select } from "../../ui.tsx";
import type { Asking } from "../cases/picture.tsx";
import { words as blockWords } from "./blocks-words.ts";
import type { Draft } from "./draft.ts";
import { AudienceFields } from "./people/audience-fields.tsx";
import type { ImportRow } from "./types.ts";
import { words } from "./words.ts";

interface FormProps {
  draft: Draft;
  fields: readonly FieldProblem[];
  /** `apart`: a step of its own to undo. */
  onInput: (patch: Partial<Draft>, apart?: boolean) => void;
  onSave: () => Promise<void>;
  busy: boolean;
}

const loadBlocks = async () => (await import("./blocks.tsx")).Blocks;
const loadFurther = async () => (await import("./further.tsx")).Further;
const loadPicture = async () => (await import("../cases/picture.tsx")).PictureDialog;
const none = { "zh-CN": "" };

/** What the notification says, and whom it is for. */
export function CampaignForm({ draft, fields, onInput, onSave, busy }: FormProps) {
  const [asking, setAsking] = useState<Asking>();
  const only = draft.blocks.length === 1 && !draft.body["zh-CN"] ? draft.blocks[0] : undefined;
  const { items: imports = [] } = usePaged<ImportRow>("/api/console/imports");
  return (
    <>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        <h2>{t(words.step1)}</h2>
        <Select
          name="kind"
          label={t(words.kind)}
          hint={t(words.kindHint)}
          value={draft.kind}
          onInput={(kind) => onInput({ kind: kind as Draft["kind"] })}
          options={campaignKinds.map((kind) => ({ value: kind, label: t(words[kind]) }))}
          errors={fields}
        />
        <Select
          name="topic"
          label={t(words.topic)}
          hint={t(words.topicHint)}
          value={draft.topic}
          onInput={(topic) => onInput({ topic: topic as Draft["topic"] })}
          options={topicNames.map((topic) => ({ value: topic, label: t(topics[topic].label) }))}
          errors={fields}
        />
        <BilingualField
          name="subject"
          label={t(words.subject)}
          value={draft.subject}
          onInput={(subject) => onInput({ subject })}
          errors={fields}
        />
        {draft.blocks.length > 0 ? (
          <Later
            key="blocks"
            load={loadBlocks}
            value={draft.blocks}
            onInput={(blocks, apart) => onInput({ blocks }, apart)}
            onMarkdown={only?.kind === "text" ? () => onInput({ body: only.text, blocks: [] }, true) : undefined}
            ask={setAsking}
            errors={fields}
          />
        ) : (
          <>
            <BilingualField
              name="body"
              label={t(words.body)}
              hint={t(words.bodyHint)}
              rows={12}
              value={draft.body}
              onInput={(body) => onInput({ body })}
              errors={fields}
            />
            <div class="actions">
              <Button look="quiet" onClick={() => onInput({ body: none, blocks: [{ kind: "text", text: draft.body }] }, true)}>
                {t(blockWords.toBlocks)}
              </Button>
              <span class="muted small">{t(blockWords.toBlocksHint)}</span>
            </div>
          </>
        )}
        <Later key="further" load={loadFurther} draft={draft} errors={fields} onInput={onInput} />
        <Select
          name="audience.importId"
          label={t(words.list)}
          value={draft.importId}
          onInput={(importId) => onInput({ importId })}
          options={[
            { value: "", label: t(words.everyone) },
            ...(draft.activityId ? [{ value: draft.importId, label: t(words.round) }] : []),
            ...imports.map((i) => ({ value: i.id, label: `${i.source} (${i.fileName})` })),
          ]}
          errors={fields}
        />
        <AudienceFields draft={draft} fields={fields} onInput={onInput} />
        <details open={draft.chains.length > 0}>
          <summary>{t(words.chains)}</summary>
          <ChainsField
            name="audience.chains"
            label={t(words.chains)}
            hint={t(words.chainsHint)}
            value={draft.chains}
            onInput={(chains) => onInput({ chains })}
            errors={fields}
          />
        </details>
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(words.save)}
          </Button>
        </div>
      </form>
      {asking && <Later load={loadPicture} asking={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
