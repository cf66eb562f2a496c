import { createHash, randomBytes } from "node:crypto";

/** 256 random bits are their own protection: a plain hash is enough to keep them from being read out of the table. */
export const digestOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

export const newSecret = () => randomBytes(32).toString("base64url");
