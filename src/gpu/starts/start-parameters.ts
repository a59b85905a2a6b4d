import type { Varied } from '../../experiment/grid.ts';
import type { GpuContext } from '../context.ts';
import { storageBuffer } from '../pipelines.ts';
import { MOST_FIELDS } from './start-fields.ts';
import type { StartValues } from './start-values.ts';

/** The parameters of the starts of a tile, in a buffer. */
export class StartParameters {
  readonly buffer: GPUBuffer;
  private readonly context: GpuContext;
  private readonly words: ArrayBuffer;

  /** @param tile starts that there is room for */
  constructor(context: GpuContext, tile: number) {
    this.context = context;
    this.words = new ArrayBuffer(4 * MOST_FIELDS * tile);
    this.buffer = storageBuffer(context, this.words.byteLength);
  }

  /** Writes the parameters of starts. @returns the most steps of any, where those are their own */
  write(values: StartValues, varied: Varied): number | undefined {
    const { bytes, steps } = values.write(varied, this.words);
    this.context.device.queue.writeBuffer(this.buffer, 0, this.words, 0, bytes);
    return steps;
  }

  destroy(): void {
    this.buffer.destroy();
  }
}
