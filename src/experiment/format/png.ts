/** The text that a PNG carries (PNG specification, section 11.3.4.3: tEXt chunks). */

/** The keyword under which a picture carries its experiment, as JSON. */
export const PNG_KEYWORD = 'ganfield';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** The text of the first tEXt chunk with this keyword, without decoding the picture. */
export function textOfPng(bytes: Uint8Array, keyword: string): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const latin1 = new TextDecoder('latin1');
  // A chunk: length of its data, four letters, the data, and a checksum of four bytes.
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (latin1.decode(bytes.subarray(at + 4, at + 8)) === 'tEXt') {
      const text = latin1.decode(bytes.subarray(at + 8, at + 8 + length));
      if (text.startsWith(`${keyword}\0`)) return text.slice(keyword.length + 1);
    }
    at += 12 + length;
  }
  return undefined;
}
