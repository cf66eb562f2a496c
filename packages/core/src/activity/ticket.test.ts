import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { createKeys } from "../platform/keys.ts";
import { readTicket, signedText, writeTicket } from "./ticket-schema.ts";

const ticket = {
  activityId: "act_01kb000000000000000000000a",
  person: "_-9zAbCdEfGhIjKlMnOpQ0",
  registrationId: "reg_01kb00000000000000000zzzzz",
};
const keys = createKeys(["new secret", "old secret"]);

describe("the code of a ticket", () => {
  const code = writeTicket(ticket, keys.sign("ticket", signedText(ticket)));

  it("says which registration it is for, and is signed", () => {
    const { signature = new Uint8Array(), ...read } = readTicket(code) ?? {};
    expect(read).toEqual(ticket);
    expect(keys.signed("ticket", signedText(ticket), signature)).toBe(true);
    expect(keys.signed("ticket", signedText({ ...ticket, activityId: "act_01kb000000000000000000000b" }), signature)).toBe(false);
    expect(keys.signed("another purpose", signedText(ticket), signature)).toBe(false);
  });

  it("is read as scanners type it, in small letters and with an end of line", () => {
    expect(readTicket(`${code.toLowerCase()}\r\n`)?.person).toBe(ticket.person);
  });

  it("is made of what a QR code packs closest", () => {
    expect(code).toMatch(/^[0-9A-Z.]+$/);
    expect(encode(code, { border: 0, ecc: "M" }).size).toBeLessThanOrEqual(49);
  });

  it("stays good when the secret is rotated, and its public key stands among those given out", () => {
    const old = createKeys(["old secret"]);
    expect(keys.signed("ticket", signedText(ticket), old.sign("ticket", signedText(ticket)))).toBe(true);
    expect(keys.publicKeys("ticket")[1]).toEqual(old.publicKeys("ticket")[0]);
  });

  it.each([
    "",
    "https://example.com/",
    "LX1.act_1.abc.def",
    code.slice(0, -1),
    code.replace("LX2.", "LX2.".concat("I")),
    `${code.slice(0, -103)}${"Z".repeat(103)}`,
  ])("is not seen in %s", (text) => {
    expect(readTicket(text)).toBeUndefined();
  });
});
