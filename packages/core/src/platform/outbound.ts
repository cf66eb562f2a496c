import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { envNames } from "./env.ts";

/** Why a call to the outside got no answer. */
export type CallTrouble = "private" | "unresolved" | "refused" | "timeout" | "tls";

export class CallFailed extends Error {
  readonly trouble: CallTrouble;
  constructor(trouble: CallTrouble) {
    super(`the call failed: ${trouble}`);
    this.name = "CallFailed";
    this.trouble = trouble;
  }
}

/** Calls to addresses that somebody entered. Whoever answers is never trusted: no redirect is followed, and only so much is read. */
export interface Outbound {
  /** Why the address may not be called, as far as can be told without calling it. */
  check(url: string): Promise<CallTrouble | undefined>;
  /** @returns the status and how many bytes came with it @throws CallFailed */
  post(
    url: string,
    message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  ): Promise<{ status: number; bytes: number }>;
}

const blocked = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  blocked.addSubnet(net, bits, "ipv4");
// Within the global unicast range: Teredo and other protocol assignments, documentation, 6to4.
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  blocked.addSubnet(net, bits, "ipv6");
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/** Whether an address is one of the public internet (IANA special-purpose registries; of IPv6 the global unicast range alone). */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  return family === 6 && global.check(address, "ipv6") && !blocked.check(address, "ipv6");
}

/** The address is checked where it is used: what a name means may have changed since it was looked up before. */
const publicOnly: LookupFunction = (name, options, done) =>
  resolve(name, { ...options, all: true }, (error, found) => {
    const trouble = error
      ? "unresolved"
      : !found.length || found.some(({ address }) => !isPublic(address))
        ? "private"
        : undefined;
    if (trouble) return done(new CallFailed(trouble), "", 0);
    const [first] = found;
    return options.all ? done(null, found) : done(null, first?.address ?? "", first?.family);
  });

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");

/**
 * @param trusted hosts with their ports (`hooks.intranet:8080`) that may be called by http and at any address; none by default
 * @param timeout milliseconds for the whole call
 */
export function outbound({
  trusted = [],
  timeout = 15_000,
  most = 65_536,
}: {
  readonly trusted?: readonly string[];
  readonly timeout?: number;
  readonly most?: number;
} = {}): Outbound {
  const isTrusted = ({ host }: URL) => trusted.includes(host);
  const literal = ({ hostname }: URL) => isIP(bare(hostname)) !== 0;
  return {
    async check(text) {
      const url = new URL(text);
      if (isTrusted(url)) return undefined;
      if (url.protocol !== "https:") return "tls";
      if (literal(url)) return isPublic(bare(url.hostname)) ? undefined : "private";
      return new Promise((done) =>
        publicOnly(url.hostname, {}, (error) => done(error instanceof CallFailed ? error.trouble : undefined)),
      );
    },
    post(text, { headers, body }) {
      const url = new URL(text);
      const free = isTrusted(url);
      if (!free && url.protocol !== "https:") return Promise.reject(new CallFailed("tls"));
      if (!free && literal(url) && !isPublic(bare(url.hostname))) return Promise.reject(new CallFailed("private"));
      const { request } = url.protocol === "https:" ? https : http;
      return new Promise((done, fail) => {
        const options = {
          method: "POST",
          agent: false,
          signal: AbortSignal.timeout(timeout),
          ...(free ? {} : { lookup: publicOnly }),
        };
        const calling = request(
          url,
          { ...options, headers: { ...headers, "content-length": String(Buffer.byteLength(body)) } },
          (answer) => {
            let bytes = 0;
            const end = () => done({ status: answer.statusCode ?? 0, bytes });
            answer.on("data", (part: Buffer) => {
              bytes += part.length;
              if (bytes >= most) {
                answer.destroy();
                end();
              }
            });
            answer.on("end", end);
            answer.on("error", (error) => fail(toTrouble(error)));
          },
        );
        calling.on("error", (error) => fail(toTrouble(error)));
        calling.end(body);
      });
    },
  };
}

function toTrouble(error: Error): CallFailed {
  if (error instanceof CallFailed) return error;
  if (error.name === "AbortError" || error.name === "TimeoutError") return new CallFailed("timeout");
  const { code = "" } = error as { code?: string };
  return new CallFailed(/CERT|SSL|TLS|SELF_SIGNED|EPROTO/.test(code) ? "tls" : "refused");
}

/** Calls with the hosts that the operator trusts. */
export const outboundFrom = (env: Readonly<Record<string, string | undefined>>): Outbound =>
  outbound({
    trusted: (env[envNames.webhookTrusted] ?? "")
      .split(",")
      .map((host) => host.trim())
      .filter(Boolean),
  });
