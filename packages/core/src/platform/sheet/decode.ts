import { DomainError } from "../error.ts";
import { fileTooLarge, notCsv, sheetLimits, unknownEncoding } from "./refusals.ts";

const signatures: readonly (readonly [bytes: string, what: string])[] = [
  ["504b0304", "Excel .xlsx"],
  ["d0cf11e0", "Excel .xls"],
  ["89504e47", "PNG"],
  ["ffd8ff", "JPEG"],
  ["25504446", "PDF"],
  ["1f8b", "gzip"],
];

/** The text of a CSV file as Chinese offices save it: UTF-8 with or without BOM, UTF-16 with BOM, GBK and GB18030. */
export function decodeFile(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes.length > sheetLimits.bytes)
    throw new DomainError(fileTooLarge, { params: { size: (bytes.length / 1_000_000).toFixed(1) } });
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const known = signatures.find(([signature]) => head.startsWith(signature))?.[1];
  if (known) throw new DomainError(notCsv, { params: { what: known } });
  const wide = head.startsWith("fffe") ? "utf-16le" : head.startsWith("feff") ? "utf-16be" : undefined;
  if (!wide && bytes.includes(0)) throw new DomainError(notCsv, { params: { what: "binary" } });
  // Almost no GBK text is valid UTF-8 by chance; the other way round it often decodes, to nonsense.
  for (const encoding of wide ? [wide] : ["utf-8", "gb18030"]) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new DomainError(unknownEncoding);
}
