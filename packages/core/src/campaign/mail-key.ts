/** The ledger's key of a campaign's mail to one person: the same for every worker and every retry. */
export const mailKey = (campaignId: string, person: string) => `${campaignId}-${person}`;

/** Each test is a mail of its own. */
export const testKey = (testId: string) => `cmpt_${testId}`;
