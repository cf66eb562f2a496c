/** Which reaction listens to which events. Each reaction is a file in `subscribers/` with a queue and a dead-letter queue of its own. */
export interface Subscription {
  readonly events: readonly string[];
  /** `lingxi` is our own bus; SES publishes to the default one. */
  readonly source?: "lingxi" | "aws.ses";
  /** Reactions that write what others read as a whole run one at a time. */
  readonly oneAtATime?: boolean;
}

export const subscriptions: Readonly<Record<string, Subscription>> = {
  "send-ticket": {
    events: [
      "activity.registration-confirmed",
      "activity.registration-waitlisted",
      "activity.seat-offered",
      "activity.registration-cancelled",
      "activity.registration-requested",
      "activity.registration-refused",
      "activity.link-asked",
    ],
  },
  "send-project-mail": {
    events: ["project.submitted", "project.changes-requested", "project.listed", "project.declined", "project.withdrawn"],
  },
  "send-roadshow-mail": {
    events: [
      "roadshow.submitted",
      "roadshow.withdrawn",
      "roadshow.result-published",
      "roadshow.decided",
      "roadshow.order-published",
      "roadshow.assigned",
      "activity.called-off",
    ],
  },
  "follow-roadshow": {
    events: ["roadshow.changed", "roadshow.result-published", "roadshow.decided", "activity.called-off"],
  },
  "send-demand-mail": {
    events: [
      "demand.submitted",
      "demand.changes-requested",
      "demand.listed",
      "demand.declined",
      "demand.withdrawn",
      "match.asked",
    ],
  },
  "send-talent-mail": { events: ["talent.applied", "talent.approved", "talent.declined", "talent.link-asked"] },
  "send-meeting-mail": { events: ["meeting.asked", "meeting.accepted", "meeting.declined", "meeting.agenda-changed"] },
  "arrange-meetings": { events: ["meeting.run-asked", "activity.registration-cancelled"] },
  "send-identity-mail": {
    events: [
      "identity.invited",
      "identity.link-asked",
      "identity.recovery-confirmed",
      "identity.passkey-added",
      "identity.passkey-removed",
      "identity.passkey-blocked",
      "identity.session-suspicious",
    ],
  },
  "send-account-mail": { events: ["account.link-asked", "account.session-suspicious"] },
  "send-organisation-mail": {
    events: [
      "organisation.asked",
      "organisation.joined",
      "organisation.owner-made",
      "organisation.refused",
      "organisation.removed",
    ],
  },
  "note-organisation": { events: ["project.organisation-changed", "demand.organisation-changed"] },
  "send-data-link": { events: ["privacy.link-asked"] },
  "open-notice": { events: ["activity.moved", "activity.called-off"] },
  "offer-freed-seat": { events: ["activity.seat-freed", "activity.registration-waitlisted"] },
  "publish-page": {
    events: [
      "activity.changed",
      "case.changed",
      "page.changed",
      "campaign.archived",
      "project.changed",
      "demand.changed",
      "talent.changed",
      "roadshow.changed",
      "outcome.changed",
      "policy.changed",
      "match.moved",
    ],
    oneAtATime: true,
  },
  "index-removal": { events: ["search.removed"], oneAtATime: true },
  "send-survey": { events: ["survey.opened"] },
  "tell-webhooks": {
    events: [
      "activity.changed",
      "activity.moved",
      "activity.called-off",
      "activity.registration-confirmed",
      "activity.registration-waitlisted",
      "activity.registration-requested",
      "activity.registration-cancelled",
      "activity.seat-offered",
      "project.changed",
      "demand.changed",
      "case.changed",
    ],
  },
  "match-demands": {
    events: ["demand.changed", "project.changed", "patent.changed", "patents.imported", "talent.changed"],
    oneAtATime: true,
  },
  "follow-pairs": { events: ["match.asked", "match.agreed"] },
  "send-campaign": { events: ["campaign.sending"] },
  "send-campaign-test": { events: ["campaign.test-asked"] },
  "tell-staff": {
    events: [
      "project.submitted",
      "demand.submitted",
      "talent.applied",
      "match.answered",
      "organisation.claimed",
      "case.review-asked",
      "campaign.held",
      "campaign.finished",
      "contacts.imported",
      "site.page-failed",
      "webhook.disabled",
    ],
  },
  "forget-member": { events: ["identity.member-disabled"] },
  "note-contact": {
    events: [
      "activity.registration-confirmed",
      "activity.registration-waitlisted",
      "activity.seat-offered",
      "activity.registration-cancelled",
      "activity.registration-requested",
      "activity.registration-refused",
      "contacts.alike",
      "door.changed",
      "invitation.chosen",
      "match.asked",
      "organisation.joined",
      "organisation.removed",
      "organisation.member-left",
      "talent.applied",
      "talent.approved",
      "talent.declined",
      "talent.left",
    ],
  },
  "suppress-address": { events: ["mail.bounced", "mail.complained", "consent.notices-withdrawn"] },
  "record-mail-feedback": {
    events: ["Email Delivered", "Email Bounced", "Email Complaint Received", "Email Rejected", "Email Rendering Failed"],
    source: "aws.ses",
  },
};
