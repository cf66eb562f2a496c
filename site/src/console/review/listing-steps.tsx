import type { Words } from "@lingxi/core/platform/text";
import { t } from "../text.ts";
import { Button, Tag } from "../ui.tsx";
import { declining, PublicLink, StepWithReason } from "./parts.tsx";
import type { Review } from "./use-record.ts";
import { words as common } from "./words.ts";

type Status = "submitted" | "changes-requested" | "listed" | "declined" | "withdrawn";
type Said =
  | Status
  | "list"
  | "listedNow"
  | "change"
  | "changeLabel"
  | "changeHelp"
  | "changed"
  | "decline"
  | "declineHelp"
  | "declinedNow"
  | "withdraw"
  | "withdrawHelp"
  | "withdrawnNow";

interface Props {
  status: Status;
  words: Readonly<Record<Said, Words>>;
  /** The public page, once it is listed. */
  path: string;
  review: Review<{ version: number }>;
}

/** The state of what was submitted to be listed, and what can be done with it. */
export function ListingSteps({ status, words, path, review }: Props) {
  const tone = status === "listed" ? "success" : status === "submitted" ? "warning" : undefined;
  const asking = {
    title: words.change,
    label: words.changeLabel,
    help: words.changeHelp,
    done: words.changed,
    step: "request-changes",
  };
  const withdrawing = {
    title: words.withdraw,
    label: common.reason,
    help: words.withdrawHelp,
    done: words.withdrawnNow,
    step: "withdraw",
    look: "danger",
  } as const;
  return (
    <div class="actions">
      <Tag {...(tone ? { tone } : {})}>{t(words[status])}</Tag>
      {status === "submitted" && (
        <>
          <Button busy={review.busy} onClick={() => void review.act("list", {}, t(words.listedNow))}>
            {t(words.list)}
          </Button>
          <StepWithReason of={asking} review={review} />
        </>
      )}
      {(status === "submitted" || status === "changes-requested") && <StepWithReason of={declining(words)} review={review} />}
      {status === "listed" && (
        <>
          <PublicLink path={path}>{t(common.view)}</PublicLink>
          <StepWithReason of={withdrawing} review={review} />
        </>
      )}
    </div>
  );
}
