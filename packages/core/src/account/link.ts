import { mailLinks } from "../platform/sign-in/mail-link.ts";
import { AccountLinks } from "./entity.ts";
import { accountLinkElsewhere, accountLinkSpent } from "./schema.ts";

export const accountLinks = mailLinks({
  entity: AccountLinks,
  purpose: "account-link",
  spent: accountLinkSpent,
  elsewhere: accountLinkElsewhere,
});
