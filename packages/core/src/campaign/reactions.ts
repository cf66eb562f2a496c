/** The door for what loads more than the API may: CSV, Markdown and mail. */
export { dropAgreement } from "./agreed.ts";
export { choseTopic, forSeries } from "./by-topic.ts";
export { type CampaignFact, campaignEvents, deriveCampaignEvents, type MailFact, type TestFact } from "./events.ts";
export { eraseContacts, expireContacts, heldContacts } from "./held.ts";
export { type SentRow, sentTo } from "./history.ts";
export { importContacts } from "./import-contacts.ts";
export { listHeaders } from "./letter.ts";
export { mailKey } from "./mail-key.ts";
export { noteContact } from "./note-contact.ts";
export { noteTrouble } from "./note-trouble.ts";
export { previewCampaign } from "./preview.ts";
export { readTable, type TableRead } from "./read-table.ts";
export { sendCampaigns } from "./send-campaigns.ts";
export { sendTest } from "./send-test.ts";
