import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A QR code as a black on white PNG (ISO/IEC 15948), 1 bit a pixel, `scale` pixels a module, with the quiet zone of four modules. */
export function qrPng(text: string, scale = 6): Uint8Array {
  const { data, size } = encode(text, { border: 4, ecc: "M" });
  const side = size * scale;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  // Each row begins with the number of its filter: none for the first of a module, for those below it that they are the same as the one above.
  const length = 1 + Math.ceil(side / 8);
  const rows = Buffer.alloc(side * length);
  for (const [m, modules] of data.entries()) {
    const row = rows.subarray(m * scale * length, (m * scale + 1) * length);
    for (let x = 0; x < side; x++) if (!modules[Math.floor(x / scale)]) setBit(row, x);
    for (let copy = 1; copy < scale; copy++) rows[(m * scale + copy) * length] = 2;
  }
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function setBit(row: Buffer, x: number): void {
  const at = 1 + (x >> 3);
  row[at] = (row[at] ?? 0) | (0x80 >> (x & 7));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
