import { deriveAccountEvents } from "@lingxi/core/account/reactions";
import { deriveActivityEvents } from "@lingxi/core/activity/reactions";
import { deriveCampaignEvents } from "@lingxi/core/campaign/reactions";
import { deriveCaseEvents } from "@lingxi/core/cases/reactions";
import { deriveDoorEvents } from "@lingxi/core/check-in/reactions";
import { deriveDemandEvents } from "@lingxi/core/demand";
import { deriveIdentityEvents } from "@lingxi/core/identity/reactions";
import { deriveInvitationEvents } from "@lingxi/core/invitation/reactions";
import { derivePatentEvents } from "@lingxi/core/ip-record";
import { deriveMatchEvents } from "@lingxi/core/matching";
import { deriveMeetingEvents } from "@lingxi/core/meeting/reactions";
import { deriveOrganisationEvents } from "@lingxi/core/organisation/reactions";
import { deriveOutcomeEvents } from "@lingxi/core/outcome/reactions";
import type { Change, Derive, Derived } from "@lingxi/core/platform/event";
import { derivePrivacyEvents } from "@lingxi/core/privacy/reactions";
import { deriveProjectEvents } from "@lingxi/core/project";
import { derivePolicyEvents } from "@lingxi/core/publication/reactions";
import { deriveRoadshowEvents } from "@lingxi/core/roadshow/reactions";
import { deriveSearchEvents } from "@lingxi/core/search/reactions";
import { deriveSurveyEvents } from "@lingxi/core/survey/reactions";
import { deriveTalentEvents } from "@lingxi/core/talent";
import { deriveWebhookEvents } from "@lingxi/core/webhook/reactions";

/** What a change of each type of item means, gathered from the slices that own them. */
const derive: Derive = {
  ...deriveAccountEvents,
  ...deriveActivityEvents,
  ...deriveCampaignEvents,
  ...deriveCaseEvents,
  ...deriveDemandEvents,
  ...deriveDoorEvents,
  ...deriveIdentityEvents,
  ...deriveInvitationEvents,
  ...deriveMeetingEvents,
  ...deriveMatchEvents,
  ...deriveOrganisationEvents,
  ...deriveOutcomeEvents,
  ...derivePatentEvents,
  ...derivePolicyEvents,
  ...derivePrivacyEvents,
  ...deriveProjectEvents,
  ...deriveRoadshowEvents,
  ...deriveSearchEvents,
  ...deriveSurveyEvents,
  ...deriveTalentEvents,
  ...deriveWebhookEvents,
};

/** The domain events of one committed change. */
export function eventsOf(change: Change): Derived[] {
  const type = (change.after ?? change.before)?.type;
  return typeof type === "string" ? (derive[type]?.(change) ?? []) : [];
}
