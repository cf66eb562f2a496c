export { type Agreed, agreedContact, refusalsOf } from "./agreed.ts";
export { archiveCampaign, listIssues, readIssue } from "./archive.ts";
export { type AudienceRow, previewAudience } from "./audience.ts";
export { importing, previewing, tableReading } from "./calls.ts";
export { type ConsentProof, consentRecord } from "./consent-record.ts";
export { consentsTo } from "./consented.ts";
export { chainsOfContacts } from "./contact-chains.ts";
export { type CampaignView, createCampaign, editCampaign, getCampaign, listCampaigns, testCampaign } from "./edit-campaign.ts";
export { campaignStatus, contactsOf, contactsToInvite, type KnownContact, mailTo, onList } from "./guests.ts";
export { invitationToken, openInvitation } from "./invitation-link.ts";
export { type Chosen, pauseMails, savePreferences, seePreferences } from "./preferences.ts";
export { campaignProgress, decideUnknownMails, listRecipients, type Progress, type RecipientRow } from "./progress.ts";
export { importsUnderWay, listContacts, listImports, readImport, stopImport } from "./read-contacts.ts";
export {
  approveCampaign,
  cancelCampaign,
  pauseCampaign,
  resumeCampaign,
  returnCampaign,
  sendCampaign,
} from "./run-campaign.ts";
export { type RulesView, seeSendingRules, setSendingRules } from "./sending-rules.ts";
export { subscribeAgain, unsubscribe, unsubscribeUrl } from "./unsubscribe.ts";
