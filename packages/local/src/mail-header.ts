/** The subject of a raw mail: unfolded, RFC 2047 words decoded. */
export function subjectOf(raw: Buffer): string {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.toString("utf8", 0, end < 0 ? Math.min(raw.length, 65_536) : end).replace(/\r?\n[ \t]+/g, " ");
  const value = /^subject:[ \t]*(.*)$/im.exec(head)?.[1]?.trim() ?? "";
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (whole, charset: string, encoding: string, text: string) => {
      const bytes = encoding.toUpperCase() === "B" ? Buffer.from(text, "base64") : fromQ(text);
      try {
        return new TextDecoder(charset).decode(bytes);
      } catch {
        return whole;
      }
    });
}

const fromQ = (text: string) =>
  Buffer.from(
    text.replaceAll("_", " ").replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
