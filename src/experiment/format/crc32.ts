/** The reflected generator of ISO 3309's checksum (PNG specification, third edition, section 5.5). */
const GENERATOR = 0xedb88320;

/** The checksum of a PNG's chunk, bit by bit: its texts are too short for a table to pay. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ GENERATOR : crc >>> 1;
  }
  return ~crc >>> 0;
}
