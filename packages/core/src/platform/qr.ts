import { PNG } from "pngjs";
import { encode } from "uqr";

/** A QR code as a black on white PNG, `scale` pixels a module, with the quiet zone of four modules. */
export function qrPng(text: string, scale = 6): Uint8Array {
  const { data, size } = encode(text, { border: 4, ecc: "M" });
  const side = size * scale;
  const png = new PNG({ width: side, height: side, colorType: 0 });
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = data[Math.floor(y / scale)]?.[Math.floor(x / scale)];
      png.data.fill(dark ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
      png.data[(y * side + x) * 4 + 3] = 255;
    }
  return PNG.sync.write(png, { colorType: 0 });
}
