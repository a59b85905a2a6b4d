import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG of nothing but tEXt chunks. */
export function pngOf(texts: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(texts).map(([keyword, text]) =>
    chunk('tEXt', keyword, latin1(text)),
  );
  return pngOfChunks(chunks);
}

/** A PNG of nothing but one text, in a chunk as other programs write it. */
export function pngWith(kind: TextKind, keyword: string, text: string): Uint8Array {
  const utf8 = Buffer.from(text, 'utf8');
  switch (kind) {
    case 'zTXt':
      return pngOfChunks([chunk('zTXt', keyword, Buffer.from([0]), deflateSync(latin1(text)))]);
    case 'iTXt':
      // Not compressed, a language and a translated keyword.
      return pngOfChunks([
        chunk('iTXt', keyword, Buffer.from([0, 0]), latin1('en\0Ganfield\0'), utf8),
      ]);
    case 'compressed iTXt':
      return pngOfChunks([
        chunk('iTXt', keyword, Buffer.from([1, 0]), latin1('\0\0'), deflateSync(utf8)),
      ]);
  }
}

export type TextKind = 'zTXt' | 'iTXt' | 'compressed iTXt';

/** A PNG of these chunks and nothing else. */
export function pngOfChunks(chunks: readonly Buffer[]): Uint8Array {
  return Buffer.concat([Buffer.from(SIGNATURE), ...chunks]);
}

/** A text chunk with its checksum. */
export function chunk(name: string, keyword: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat([latin1(`${keyword}\0`), ...parts]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(Buffer.concat([latin1(name), data])));
  return Buffer.concat([length, latin1(name), data, checksum]);
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
