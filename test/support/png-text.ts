const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG of nothing but tEXt chunks, their checksums left at 0. */
export function pngOf(texts: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(texts).map(([keyword, text]) => {
    const data = Buffer.from(`${keyword}\0${text}`, 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from('tEXt'), data, Buffer.alloc(4)]);
  });
  return Buffer.concat([Buffer.from(SIGNATURE), ...chunks]);
}
