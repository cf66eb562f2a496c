import { describe, expect, it } from "vitest";
import { receiver } from "../../../../tests/support/receiver.ts";
import { isPublic, outbound } from "./outbound.ts";

const message = { headers: {}, body: "{}" };

describe("calls to the outside", () => {
  it.each([
    ...[
      "127.0.0.1",
      "10.1.2.3",
      "172.31.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "224.0.0.1",
      "240.0.0.1",
    ],
    ...["::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "not an address"],
  ])("never go to %s", (address) => expect(isPublic(address)).toBe(false));

  it.each(["8.8.8.8", "114.114.114.114", "2606:4700::1111", "240e:e9::1"])("may go to %s", (address) =>
    expect(isPublic(address)).toBe(true),
  );

  it("refuse an address that means this machine, however it is written, when it is entered and when it is called", async () => {
    const calls = outbound();
    for (const url of [
      "https://127.0.0.1/",
      "https://2130706433/",
      "https://0x7f.1/",
      "https://[::1]/",
      "https://[::ffff:127.0.0.1]/",
    ]) {
      expect(await calls.check(url)).toBe("private");
      await expect(calls.post(url, message)).rejects.toMatchObject({ trouble: "private" });
    }
    expect(await calls.check("https://localhost/")).toBe("private");
    await expect(calls.post("https://localhost/", message)).rejects.toMatchObject({ trouble: "private" });
    expect(await calls.check("http://example.com/")).toBe("tls");
    await expect(calls.post("http://example.com/", message)).rejects.toMatchObject({ trouble: "tls" });
  });

  it("reach a host that the operator trusts, do not follow where it sends them, and count what it says", async () => {
    const redirecting = await receiver(() => "redirect");
    const answering = await receiver(() => 200);
    try {
      const trusting = outbound({ trusted: [redirecting.host, answering.host] });
      expect(await trusting.check(answering.url)).toBeUndefined();
      expect(await trusting.post(redirecting.url, message)).toEqual({ status: 302, bytes: 0 });
      expect(redirecting.calls).toHaveLength(1);
      expect(await trusting.post(answering.url, message)).toEqual({ status: 200, bytes: 8 });
      expect(await outbound({ trusted: [answering.host], most: 4 }).post(answering.url, message)).toMatchObject({ status: 200 });
      // The control: trust is what lets them through.
      await expect(outbound().post(answering.url.replace("http:", "https:"), message)).rejects.toMatchObject({
        trouble: "private",
      });
    } finally {
      await redirecting.close();
      await answering.close();
    }
  });

  it("tell apart a receiver that hangs up and one that takes too long", async () => {
    const rude = await receiver(() => "hang-up");
    const silent = await receiver(() => "silence");
    try {
      const calls = outbound({ trusted: [rude.host, silent.host], timeout: 200 });
      await expect(calls.post(rude.url, message)).rejects.toMatchObject({ trouble: "refused" });
      await expect(calls.post(silent.url, message)).rejects.toMatchObject({ trouble: "timeout" });
    } finally {
      await rude.close();
      await silent.close();
    }
  });
});
