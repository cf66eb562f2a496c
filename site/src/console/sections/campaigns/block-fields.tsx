import { type BlockDraft, type CardKind, cardKinds } from "@lingxi/core/campaign/blocks-schema";
import { smallOf } from "@lingxi/core/picture/schema";
import { say } from "@lingxi/core/platform/text";
import type { FieldProblem } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Field, Select } from "../../ui.tsx";
import { words } from "./blocks-words.ts";
import { ThingField } from "./thing-field.tsx";

interface Props {
  block: BlockDraft;
  name: string;
  errors: readonly FieldProblem[];
  put: (block: BlockDraft) => void;
}

/** What is asked of one block. */
export function BlockFields({ block, name, errors, put }: Props) {
  const { locale } = useLocale();
  const link = (value: string, label: string) => (
    <Field
      name={`${name}.href`}
      label={label}
      value={value}
      onInput={(href) => put({ ...block, href } as BlockDraft)}
      errors={errors}
    />
  );
  switch (block.kind) {
    case "text":
    case "heading":
      return (
        <BilingualField
          name={`${name}.text`}
          label={t(words.kinds[block.kind])}
          {...(block.kind === "text" ? { hint: t(words.markdownHint), rows: 6 } : {})}
          value={block.text}
          onInput={(text) => put({ ...block, text })}
          errors={errors}
        />
      );
    case "button":
      return (
        <>
          <BilingualField
            name={`${name}.text`}
            label={t(words.buttonText)}
            value={block.text}
            onInput={(text) => put({ ...block, text })}
            errors={errors}
          />
          {link(block.href, t(words.href))}
        </>
      );
    case "picture":
      return (
        <>
          <img class="block-picture" src={smallOf(block.picture)} alt={say(block.picture.alt, locale)} />
          <BilingualField
            name={`${name}.picture.alt`}
            label={t(words.kinds.picture)}
            value={block.picture.alt}
            onInput={(alt) => put({ ...block, picture: { ...block.picture, alt } })}
            errors={errors}
          />
          {link(block.href ?? "", t(words.pictureHref))}
        </>
      );
    case "card":
      return (
        <>
          <Select
            name={`${name}.of`}
            label={t(words.of)}
            value={block.of}
            onInput={(of) => put({ ...block, of: of as CardKind, id: "" })}
            options={cardKinds.map((kind) => ({ value: kind, label: t(words[kind]) }))}
            errors={errors}
          />
          <ThingField
            name={`${name}.id`}
            label={t(words[block.of])}
            hint={t(words.cardHint)}
            kind={block.of}
            id={block.id}
            onInput={(id) => put({ ...block, id })}
            errors={errors}
          />
        </>
      );
    case "calendar":
      return (
        <ThingField
          name={`${name}.activityId`}
          label={t(words.activities)}
          hint={t(words.calendarHint)}
          kind="activities"
          id={block.activityId}
          onInput={(activityId) => put({ ...block, activityId })}
          errors={errors}
        />
      );
    case "divider":
      return <p class="muted">{t(words.kinds.divider)}</p>;
  }
}
