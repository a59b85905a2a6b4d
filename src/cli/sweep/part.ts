/** A file with a shard's rows of a map, or of initial conditions, which carries all that it depends on. */
import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import * as v from 'valibot';
import type { Engine, Results } from '../../experiment/engine.ts';
import type { Grid } from '../../experiment/grid.ts';
import { SAMPLE_SIDE } from '../../figure/colour/colour-scale.ts';
import { Failure, shortened, systemReason } from '../errors.ts';
import { rowsOf, type Rows, type Shard } from './shard.ts';

/** First line of a part. */
const MAGIC = 'ganfield part 1\n';

/** Bytes of the line that describes a part: an experiment is some thousand. */
const LONGEST_HEADER = 4_000_000;

/** Bytes of the SHA-256 of all before it, at the end. */
const DIGEST = 32;

/** Bytes that are hashed at once. */
const PIECE = 1 << 20;

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const Header = v.object({
  /** Of Ganfield. */
  version: v.string(),
  experiment: v.record(v.string(), v.unknown()),
  engine: v.picklist(['cpu', 'gpu']),
  adapter: v.string(),
  width: Whole,
  height: Whole,
  measures: v.array(v.string()),
  /** SHA-256 of given initial conditions, one a row; absent of a map. */
  inits: v.optional(v.string()),
  shards: Whole,
  shard: Whole,
  /** Numbers of a pixel. */
  columns: Whole,
  /** Of all but the shard's number: parts of one map have it in common. */
  hash: v.string(),
});

export type PartHeader = v.InferOutput<typeof Header>;

/** The grid that a picture takes its colours from, whatever its size; its rows are shared out as well. */
export const SAMPLE: Grid = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };

/** What a part is of. */
export type PartOf = Omit<PartHeader, 'hash' | 'shard' | 'shards'>;

export function headerOf(of: PartOf, { index, count }: Shard): PartHeader {
  const common = { ...of, shards: count };
  const hash = createHash('sha256').update(JSON.stringify(common)).digest('hex');
  return { ...common, shard: index, hash };
}

/** Writes the pieces of a part, and its checksum at the end. */
export class PartWriter {
  private readonly hash: Hash = createHash('sha256');
  private readonly write: (piece: Uint8Array) => Promise<void>;

  constructor(write: (piece: Uint8Array) => Promise<void>) {
    this.write = write;
  }

  async begin(header: PartHeader): Promise<void> {
    await this.put(Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`));
  }

  /** Rows in the order of `rowsOf`: those of the map, then those of the sample. */
  async rows(results: Results): Promise<void> {
    await this.put(new Uint8Array(results.buffer, results.byteOffset, results.byteLength));
  }

  async end(): Promise<void> {
    await this.write(this.hash.digest());
  }

  private async put(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    await this.write(bytes);
  }
}

/** A part that can be read. Its file is open only meanwhile: a map may have more parts than a process files. */
export class Part {
  readonly path: string;
  readonly header: PartHeader;
  private readonly begin: number;

  private constructor(path: string, header: PartHeader, begin: number) {
    this.path = path;
    this.header = header;
    this.begin = begin;
  }

  /**
   * Looks whether a part is whole and as it was written.
   * @throws Failure that names the file
   */
  static async of(path: string): Promise<Part> {
    const refuse = (reason: string) => new Failure(`invalid part: ${shortened(path)}, ${reason}`);
    const file = await open(path).catch((error: unknown) => {
      throw refuse(systemReason(error));
    });
    try {
      const { size } = await file.stat();
      const text = Buffer.alloc(Math.min(size, LONGEST_HEADER));
      await readFully(file, text, 0);
      const end = text.indexOf('\n', MAGIC.length);
      if (text.subarray(0, MAGIC.length).toString('latin1') !== MAGIC || end < 0) {
        throw refuse('not a part of a map, expected what map --shard or measure --shard writes');
      }
      const parsed = v.safeParse(Header, jsonOf(text.subarray(MAGIC.length, end).toString()));
      if (!parsed.success) throw refuse('its first lines cannot be read; compute it again');
      const part = new Part(path, parsed.output, end + 1);
      if (size !== part.begin + part.bytes + DIGEST || !(await part.isSound(file))) {
        throw refuse('damaged or cut short; compute it again');
      }
      return part;
    } finally {
      await file.close();
    }
  }

  /** Which rows of the map, or of its sample, the part has, in the order of the file. */
  rows(grid: 'map' | 'sample'): readonly Rows[] {
    // No picture is drawn of a list.
    if (grid === 'sample' && this.header.inits !== undefined) return [];
    return rowsOf(this.shard, grid === 'map' ? this.header : SAMPLE);
  }

  /** The numbers of a run of rows, one of `rows(grid)`. */
  async read(grid: 'map' | 'sample', run: Rows): Promise<Results> {
    const { width, columns } = grid === 'map' ? this.header : { ...this.header, ...SAMPLE };
    const before = grid === 'map' ? 0 : pixelsIn(this.rows('map'), this.header.width);
    const earlier = this.rows(grid).filter(({ first }) => first < run.first);
    const numbers = new this.type(run.count * width * columns);
    const first = (before + pixelsIn(earlier, width)) * columns;
    const bytes = new Uint8Array(numbers.buffer);
    const file = await open(this.path);
    try {
      await readFully(file, bytes, this.begin + first * this.type.BYTES_PER_ELEMENT);
    } finally {
      await file.close();
    }
    return numbers;
  }

  private get shard(): Shard {
    return { index: this.header.shard, count: this.header.shards };
  }

  private get type(): typeof Float32Array | typeof Float64Array {
    return numbersOf(this.header.engine);
  }

  private get bytes(): number {
    const { width, columns } = this.header;
    const pixels = pixelsIn(this.rows('map'), width) + pixelsIn(this.rows('sample'), SAMPLE.width);
    return pixels * columns * this.type.BYTES_PER_ELEMENT;
  }

  private async isSound(file: FileHandle): Promise<boolean> {
    const hash = createHash('sha256');
    const end = this.begin + this.bytes;
    const piece = Buffer.alloc(Math.min(PIECE, end));
    for (let at = 0; at < end; at += piece.length) {
      const bytes = piece.subarray(0, Math.min(piece.length, end - at));
      await readFully(file, bytes, at);
      hash.update(bytes);
    }
    const digest = Buffer.alloc(DIGEST);
    await readFully(file, digest, end);
    return hash.digest().equals(digest);
  }
}

function pixelsIn(runs: readonly Rows[], width: number): number {
  return runs.reduce((sum, { count }) => sum + count * width, 0);
}

/** What an engine's numbers are kept in. */
export function numbersOf(kind: Engine['kind']): typeof Float32Array | typeof Float64Array {
  return kind === 'gpu' ? Float32Array : Float64Array;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readFully(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) throw new Failure('a part of a map ended early; compute it again');
    done += bytesRead;
  }
}
