import { Readable } from 'node:stream';
import { crc32, createDeflate } from 'node:zlib';
import type { Write } from '../output.ts';
import type { Picture } from './raster.ts';

/** Bytes of pixels that are compressed at once. */
const PIECE = 4_194_304;

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Colour type 2 of the PNG specification: red, green and blue in eight bits each. */
const RGB8 = Uint8Array.of(8, 2, 0, 0, 0);

/**
 * Writes a PNG piece by piece. An encoder that returns the file whole holds the pixels three times
 * over: 2 GB for the largest picture of a map of 8192 x 8192.
 * @param text tEXt chunks by keyword, in Latin-1
 */
export async function writePng(
  write: Write,
  picture: Picture,
  text: Readonly<Record<string, string>>,
): Promise<void> {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  await write(SIGNATURE);
  await write(chunk('IHDR', Buffer.concat([header, RGB8])));
  for (const [keyword, value] of Object.entries(text)) {
    await write(chunk('tEXt', Buffer.from(`${keyword}\0${value}`, 'latin1')));
  }
  const compressed = Readable.from(scanlines(picture)).pipe(createDeflate());
  for await (const piece of compressed) await write(chunk('IDAT', piece as Buffer));
  await write(chunk('IEND', Buffer.alloc(0)));
}

/** Rows from the top, each after the byte of its filter: 1, the difference to the pixel before. */
function* scanlines({ width, height, rgb }: Picture): Generator<Buffer> {
  const stride = 3 * width;
  const rows = Math.max(1, Math.floor(PIECE / stride));
  for (let first = 0; first < height; first += rows) {
    const count = Math.min(rows, height - first);
    const lines = Buffer.alloc(count * (stride + 1));
    for (let row = 0; row < count; row++) {
      const [from, to] = [(first + row) * stride, row * (stride + 1)];
      lines[to] = 1;
      for (let i = 0; i < stride; i++) {
        lines[to + 1 + i] = rgb[from + i]! - (i < 3 ? 0 : rgb[from + i - 3]!);
      }
    }
    yield lines;
  }
}

/** Length, name, data, and the checksum of name and data. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
