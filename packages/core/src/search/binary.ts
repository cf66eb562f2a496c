import { crc32 } from "node:zlib";

/** What is wrong with the bytes of an index; a rebuilt one mends it. */
export class BrokenIndex extends Error {
  constructor(what: string) {
    super(`The search index cannot be read: ${what}.`);
    this.name = "BrokenIndex";
  }
}

const magic = 0x3153584c;
const head = 16;
const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** Sections one after the other, each at a multiple of eight bytes, so that they can be read where they lie: magic, checksum, count, then offset and length of each. */
export function joinSections(sections: readonly (Uint8Array | Uint16Array | Uint32Array)[]): Uint8Array {
  const table = aligned(head + sections.length * 8);
  const size = sections.reduce((sum, section) => sum + aligned(section.byteLength), table);
  const whole = new Uint8Array(size);
  const words = new Uint32Array(whole.buffer, 0, table / 4);
  words[0] = magic;
  words[2] = sections.length;
  let at = table;
  sections.forEach((section, i) => {
    words[head / 4 + i * 2] = at;
    words[head / 4 + i * 2 + 1] = section.byteLength;
    whole.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  });
  words[1] = crc32(whole.subarray(8));
  return whole;
}

export interface Sections {
  bytes(section: number): Uint8Array;
  shorts(section: number): Uint16Array;
  words(section: number): Uint32Array;
}

/** The sections of joined bytes, without copying them where they lie at a multiple of eight. @throws BrokenIndex */
export function readSections(given: Uint8Array, count: number): Sections {
  const whole = given.byteOffset % 8 === 0 ? given : given.slice();
  if (whole.byteLength < head) throw new BrokenIndex("it is cut off");
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  if (view.getUint32(0, true) !== magic || view.getUint32(8, true) !== count) throw new BrokenIndex("it is of another format");
  if (view.getUint32(4, true) !== crc32(whole.subarray(8))) throw new BrokenIndex("its checksum does not hold");
  const place = (section: number) => ({
    at: whole.byteOffset + view.getUint32(head + section * 8, true),
    length: view.getUint32(head + section * 8 + 4, true),
  });
  return {
    bytes(section) {
      const { at, length } = place(section);
      return new Uint8Array(whole.buffer, at, length);
    },
    shorts(section) {
      const { at, length } = place(section);
      return new Uint16Array(whole.buffer, at, length / 2);
    },
    words(section) {
      const { at, length } = place(section);
      return new Uint32Array(whole.buffer, at, length / 4);
    },
  };
}

/** Bytes that grow. */
export class Bytes {
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  /** A number in seven bits a byte, the lowest first. */
  number(value: number): void {
    this.#room(5);
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#bytes[this.length++] = (rest & 127) | 128;
    this.#bytes[this.length++] = rest;
  }

  add(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  clear(): void {
    this.length = 0;
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/** Texts in UTF-16, one after the other, with where each begins: two sections. */
export function packTexts(texts: readonly string[]): [Uint32Array, Uint16Array] {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = (starts[i] as number) + text.length;
  });
  const units = new Uint16Array(starts[texts.length] as number);
  texts.forEach((text, i) => {
    const start = starts[i] as number;
    for (let k = 0; k < text.length; k++) units[start + k] = text.charCodeAt(k);
  });
  return [starts, units];
}

export interface Texts {
  readonly length: number;
  at(i: number): string;
  lengthOf(i: number): number;
  /** Less than 0 where the text stands before `other`, 0 where they are the same; by UTF-16 units, like `<`. */
  compare(i: number, other: string): number;
  startsWith(i: number, prefix: string): boolean;
}

export function readTexts(starts: Uint32Array, units: Uint16Array): Texts {
  const buffer = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  return {
    length: starts.length - 1,
    at: (i) => buffer.toString("utf16le", (starts[i] as number) * 2, (starts[i + 1] as number) * 2),
    lengthOf: (i) => (starts[i + 1] as number) - (starts[i] as number),
    compare(i, other) {
      const start = starts[i] as number;
      const length = (starts[i + 1] as number) - start;
      const common = Math.min(length, other.length);
      for (let k = 0; k < common; k++) {
        const difference = (units[start + k] as number) - other.charCodeAt(k);
        if (difference) return difference;
      }
      return length - other.length;
    },
    startsWith(i, prefix) {
      const start = starts[i] as number;
      if ((starts[i + 1] as number) - start < prefix.length) return false;
      for (let k = 0; k < prefix.length; k++) if (units[start + k] !== prefix.charCodeAt(k)) return false;
      return true;
    },
  };
}

/** The first position from `from` on at which a sorted list of texts is not before `wanted`. */
export function lowerBound(texts: Texts, wanted: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (texts.compare(middle, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
