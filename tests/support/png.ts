import { crc32, deflateSync } from "node:zlib";

/** A PNG of one colour, 1 bit a pixel: small in the file however large it decodes. `note` goes into its metadata, `animated` says that it moves. */
export function png(width: number, height: number, options: { note?: string; animated?: boolean } = {}): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", head),
      ...(options.note ? [chunk("tEXt", Buffer.from(`Comment\0${options.note}`, "latin1"))] : []),
      ...(options.animated ? [chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))] : []),
      chunk("IDAT", deflateSync(rows, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
