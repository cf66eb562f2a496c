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
