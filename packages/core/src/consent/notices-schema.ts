/** Who takes back, or is erased with, what they agreed to; `by` is where they had. The event `consent.notices-withdrawn`. */
export interface WithdrawnFact {
  readonly person: string;
  readonly by: string;
}

/** What somebody may agree to who registers or applies, beside it: to be told of events to come. Light, for the form of every registration. */
export const noticesConsent = {
  purpose: "event-notices",
  version: "2026-11-30",
  text: {
    "zh-CN": "我同意主办方今后给我发送活动邀请和公共服务通知，不含商业广告。每封邮件都可以退订，也可以在账号中单独撤回。",
    en: "I agree that the organiser sends me invitations to events and public-service notices, no advertising. I can unsubscribe in each mail, or withdraw this alone in my account.",
  },
} as const;
