import type { Experiment } from '../experiment/experiment.ts';
import type { Varied } from '../experiment/grid.ts';
import { atParameters } from '../experiment/plane.ts';
import type { GpuContext } from './context.ts';
import { parameterValues } from './parameters.ts';
import { storageBuffer } from './pipelines.ts';
import { fieldsOf, MOST_FIELDS } from './start-fields.ts';
import type { UniformField } from './uniforms.ts';

/** How many steps the starts of a tile take. */
export interface Extent {
  /** The most steps of the same length from the first on. */
  readonly even: number;
  /** Whether any start has a shorter last step after them. */
  readonly hasLast: boolean;
}

/** The parameters of the starts of a tile, in a buffer. */
export class StartParameters {
  readonly buffer: GPUBuffer;
  private readonly context: GpuContext;
  private readonly words: DataView<ArrayBuffer>;

  /** @param tile starts that there is room for */
  constructor(context: GpuContext, tile: number) {
    this.context = context;
    this.words = new DataView(new ArrayBuffer(4 * MOST_FIELDS * tile));
    this.buffer = storageBuffer(context, this.words.byteLength);
  }

  /**
   * Writes the parameters of starts.
   * @param experiment whose others they are
   * @param of what is integrated in place of an experiment
   */
  write(experiment: Experiment, of: (own: Experiment) => Experiment, varied: Varied): Extent {
    const { names, values } = varied;
    const { model, method } = of(experiment);
    const fields = fieldsOf(model, method, names);
    const count = values.length / names.length;
    let [even, hasLast] = [0, false];
    for (let i = 0; i < count; i++) {
      const row = values.subarray(names.length * i, names.length * (i + 1));
      const own = parameterValues(of(atParameters(experiment, names, row)));
      this.put(fields, i, own);
      const isEven = Math.fround(own['lastStep']!) === Math.fround(own['step']!);
      even = Math.max(even, own['steps']! - (isEven ? 0 : 1));
      hasLast ||= !isEven;
    }
    const { buffer } = this.words;
    this.context.device.queue.writeBuffer(this.buffer, 0, buffer, 0, 4 * fields.length * count);
    return { even, hasLast };
  }

  private put(
    fields: readonly UniformField[],
    start: number,
    values: Readonly<Record<string, number>>,
  ): void {
    fields.forEach(({ name, type }, column) => {
      const at = 4 * (start * fields.length + column);
      if (type === 'f32') this.words.setFloat32(at, values[name]!, true);
      else this.words.setUint32(at, values[name]!, true);
    });
  }

  destroy(): void {
    this.buffer.destroy();
  }
}
