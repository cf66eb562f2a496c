import * as z from "zod";
import { tidy } from "../platform/text.ts";

/** A 统一社会信用代码 as people type it, without spaces and hyphens, in ASCII capitals; at most 40 characters of it. */
export const plainCreditCode = (text: string): string =>
  tidy(text).normalize("NFKC").replace(/[\s-]/g, "").toUpperCase().slice(0, 40).toWellFormed();

/** A 统一社会信用代码, or nothing. One whose check character is wrong is kept as it is: whoever reads it is told. */
export const OptionalCreditCode = z
  .string()
  .max(100)
  .optional()
  .transform((text) => plainCreditCode(text ?? "") || undefined);
