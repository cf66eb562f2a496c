export const subscriptions = {
  note: { events: ["thing.made"] },
  feedback: { events: ["Email Delivered", "Email Bounced", "Email Complaint Received"], source: "aws.ses" },
};
