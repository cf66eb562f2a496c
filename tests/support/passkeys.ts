import type { CDPSession, Page } from "playwright-core";

/** Devices that a browser keeps passkeys on: Chromium's virtual authenticators, one plugged in at a time. */
export async function passkeyDevices(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const plugIn = async () => {
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return authenticatorId;
  };
  return {
    plugIn,
    /** The device is gone, with the passkeys on it. */
    lose: (authenticatorId: string) => cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }),
  };
}

const says = {
  "zh-CN": { add: "添加通行密钥", name: "电脑" },
  en: { add: "Add a passkey", name: "Computer" },
};

/** What a member does who came in by a link: a passkey, on a device that stays plugged in. The console is open after it. */
export async function makeFirstPasskey(page: Page, locale: keyof typeof says): Promise<void> {
  await (await passkeyDevices(page)).plugIn();
  await page.locator("[name=name]").fill(says[locale].name);
  await page.getByRole("button", { name: says[locale].add, exact: true }).click();
  await page.locator(".console__body--sided").waitFor();
}
