/** The text that a PNG carries (PNG specification, third edition, section 11.3.3). */
import { Unzlib } from 'fflate';
import { crc32 } from './crc32.ts';

/** The keyword under which a picture carries its experiment, as JSON. */
export const PNG_KEYWORD = 'ganfield';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Compressed text that is longer is none of Ganfield's; a small file may hold gigabytes of it. */
const LONGEST_TEXT = 2 ** 22;

/** Compressed bytes that are inflated at once: deflate makes at most 1032 bytes of each. */
const PIECE = 4096;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/**
 * The first text with this keyword, without decoding the picture: as Ganfield writes it (tEXt), or
 * as other programs do that saved the picture anew (zTXt, iTXt).
 * @throws Error where the text is damaged: cut off, with another checksum than its own, or too long
 */
export function textOfPng(bytes: Uint8Array, keyword: string): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A chunk: length of its data, four letters, the data, and a checksum of four bytes.
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IEND' || !/^[a-z]{4}$/i.test(name)) return undefined;
    const read = READERS[name];
    const data = bytes.subarray(at + 8, at + 8 + length);
    const start = keyword.length + 1;
    if (read && decode('latin1', data.subarray(0, start)) === `${keyword}\0`) {
      check(bytes.subarray(at + 4, at + 12 + length), length);
      return read(data.subarray(start));
    }
    at += 12 + length;
  }
  return undefined;
}

/** @param chunk without its length: name, data and checksum */
function check(chunk: Uint8Array, length: number): void {
  if (chunk.length < length + 8) throw new Error('it is cut off');
  if (length > LONGEST_TEXT) throw new Error(`more than ${LONGEST_TEXT} bytes of text`);
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (crc32(chunk.subarray(0, length + 4)) !== view.getUint32(length + 4)) {
    throw new Error('its checksum is another');
  }
}

/** By the name of a chunk, what reads the text behind its keyword. */
const READERS: Readonly<Record<string, (data: Uint8Array) => string>> = {
  tEXt: (data) => decode('latin1', data),
  /** A byte for the method, of which there is one, before the text. */
  zTXt: (data) => decode('latin1', inflate(data.subarray(1))),
  /** Whether it is compressed, how, the language, the keyword in that language, the text. */
  iTXt(data) {
    const language = data.indexOf(0, 2);
    const translated = data.indexOf(0, language + 1);
    const text = data.subarray(translated + 1);
    return decode('utf-8', data[0] === 0 ? text : inflate(text));
  },
};

function decode(encoding: 'latin1' | 'utf-8', bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Inflates piece by piece, so that what is too long is noticed before it is there. */
function inflate(compressed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    length += part.length;
    if (length > LONGEST_TEXT) throw new Error(`more than ${LONGEST_TEXT} bytes of text`);
  });
  for (let at = 0; at < compressed.length; at += PIECE) {
    const end = at + PIECE;
    stream.push(compressed.subarray(at, end), end >= compressed.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
