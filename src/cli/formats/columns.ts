import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, systemReason } from '../errors.ts';

export type Numbers = Float32Array | Float64Array;

/** Numbers that are read back at once. */
const PIECE = 262_144;

/**
 * Measures of a map, each a column of its own, in a file without a name: results come start by
 * start, and formats that hold one measure after the other must not keep them all in memory.
 */
export class Columns {
  private readonly file: FileHandle;
  private readonly rows: number;
  private readonly type: typeof Float32Array | typeof Float64Array;

  private constructor(file: FileHandle, rows: number, type: Columns['type']) {
    this.file = file;
    this.rows = rows;
    this.type = type;
  }

  /** Runs `work` with an empty store for columns of `rows` numbers. */
  static async with(
    rows: number,
    type: Columns['type'],
    work: (columns: Columns) => Promise<void>,
  ): Promise<void> {
    const file = await openNameless();
    try {
      await work(new Columns(file, rows, type));
    } finally {
      await file.close();
    }
  }

  /** Stores numbers from row `first` of a column on. */
  async put(column: number, first: number, values: Numbers): Promise<void> {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const begin = (column * this.rows + first) * this.type.BYTES_PER_ELEMENT;
    try {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.file.write(
          bytes,
          done,
          bytes.length - done,
          begin + done,
        );
        done += bytesWritten;
      }
    } catch (error) {
      throw unusable(systemReason(error));
    }
  }

  /** A column from its first row to its last, in pieces. */
  async *read(column: number): AsyncGenerator<Numbers> {
    const size = this.type.BYTES_PER_ELEMENT;
    for (let first = 0; first < this.rows; first += PIECE) {
      const values = new this.type(Math.min(PIECE, this.rows - first));
      const bytes = new Uint8Array(values.buffer);
      const begin = (column * this.rows + first) * size;
      for (let done = 0; done < bytes.length;) {
        const { bytesRead } = await this.file.read(bytes, done, bytes.length - done, begin + done);
        if (bytesRead === 0) throw unusable('a file in it ended early');
        done += bytesRead;
      }
      yield values;
    }
  }
}

/** A file that is removed at once and lives as long as it is open, however the process ends. */
async function openNameless(): Promise<FileHandle> {
  try {
    const folder = await mkdtemp(join(tmpdir(), 'ganfield-'));
    try {
      return await open(join(folder, 'columns'), 'wx+');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw unusable(systemReason(error));
  }
}

function unusable(reason: string): Failure {
  const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  return new Failure(
    `unusable folder for temporary files: ${tmpdir()}, ${reason}; set ${variable} to a folder with room`,
  );
}
