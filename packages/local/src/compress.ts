import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** The sizes between which CloudFront compresses, in bytes. */
const smallest = 1000;
const largest = 10_000_000;
/** The kinds that CloudFront compresses, as far as this product has them. */
const kinds = /^(text\/(css|csv|html|javascript|plain|xml)|application\/(javascript|json|rss\+xml|xml)|image\/svg\+xml)(;|$)/;

/** Whether an answer of this kind is one that CloudFront compresses; what it sends then depends on the request's `accept-encoding`. */
export const compressible = (type: string): boolean => kinds.test(type);

/** Whether so many bytes of a compressible kind are worth it. */
export const worthwhile = (bytes: number): boolean => bytes >= smallest && bytes <= largest;

/** The encoding for an `accept-encoding`: Brotli before gzip, as CloudFront does it; none where the reader takes neither. */
export function encodingFor(accepted = ""): Encoding | undefined {
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(",")
      .map((one) => one.trim().split(/\s*;\s*/))
      .filter(([, ...params]) => !params.some((param) => /^q=0(\.0*)?$/.test(param)))
      .map(([name]) => name),
  );
  return taken.has("br") ? "br" : taken.has("gzip") ? "gzip" : undefined;
}

const packers: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

export interface Compressor {
  /** Compresses; bytes that were compressed before under the same tag come from memory. Without a tag nothing is kept. */
  compress(bytes: Uint8Array, encoding: Encoding, tag?: string): Promise<Uint8Array>;
}

/** A compressor that keeps at most so many bytes; what was not used for longest goes first. */
export function compressor(room: number, pack = packers): Compressor {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  return {
    async compress(bytes, encoding, tag) {
      const key = tag && `${encoding} ${tag}`;
      const known = key ? kept.get(key) : undefined;
      const packed = known ?? (await pack[encoding](bytes));
      if (!key || packed.length > room) return packed;
      // Taken out and put in again, so that the order is that of the last use.
      if (kept.delete(key)) size -= packed.length;
      kept.set(key, packed);
      size += packed.length;
      for (const [oldest, { length }] of kept) {
        if (size <= room) break;
        kept.delete(oldest);
        size -= length;
      }
      return packed;
    },
  };
}
