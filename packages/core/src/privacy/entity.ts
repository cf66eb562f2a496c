import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";

/** Somebody asked for a link to what is held on an address; each one takes the place of the one before. */
export interface DataRequest {
  readonly person: string;
  readonly id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly askedAt: string;
  /** Digest of the secret of the browser that asked: the link opens nothing in another one. */
  readonly browser?: string | undefined;
  /** When the link was used, and the digest of the secret that the browser got for it. */
  readonly openedAt?: string | undefined;
  readonly digest?: string | undefined;
}

/** A person to be erased: at once where they can be read, and for good when no process can seal with their key any more. Names nobody but by digest. */
export interface ErasureRecord {
  readonly id: string;
  /** The digests that the address has, by every secret that is accepted. */
  readonly people: readonly string[];
  readonly status: "asked" | "retired" | "finished";
  readonly askedAt: string;
  readonly retiredAt?: string | undefined;
  /** The keys to be erased. */
  readonly labels: readonly string[];
  readonly finishedAt?: string | undefined;
}

const seconds = (instant: string, days: number) => Math.ceil(new Date(instant).getTime() / 1000) + days * 86_400;

export const DataRequests = entity<DataRequest, { person: string }>({
  type: "data-request",
  personal: { person: (r) => r.person, empty: { email: "" } },
  key: ({ person }) => ({ pk: `data-request#${person}`, sk: "request" }),
  expires: (r) => seconds(r.askedAt, 1),
});

export const openErasures = "erasure#open";
export const Erasures = entity<ErasureRecord, { id: string }>({
  type: "erasure",
  key: ({ id }) => ({ pk: `erasure#${id}`, sk: "erasure" }),
  indexed: (e) => ({ byState: e.status === "finished" ? undefined : { pk: openErasures, sk: e.id } }),
  expires: (e) => (e.finishedAt ? seconds(e.finishedAt, 1096) : undefined),
});
