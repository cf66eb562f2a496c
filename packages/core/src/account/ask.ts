import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { linkMinutes } from "../platform/sign-in/mail-link.ts";
import { AccountLinks } from "./entity.ts";
import { accountLinks } from "./link.ts";
import { AskAccountLink } from "./schema.ts";

/**
 * Sends a sign-in link to an address. Every address gets one, whether anything is held on it or not: neither the answer nor the mail tells.
 * @throws DomainError `access.too-many` for an address or for a source
 */
export const askAccountLink = command({
  input: AskAccountLink,
  access: "public",
  async run(ctx, { email, locale }): Promise<{ minutes: number }> {
    const link = await accountLinks.ask(ctx, email);
    await save(ctx, AccountLinks.create(ctx, { ...link, email, locale }));
    return { minutes: linkMinutes };
  },
});
