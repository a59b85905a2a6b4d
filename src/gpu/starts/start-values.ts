import type { Experiment } from '../../experiment/experiment.ts';
import type { Varied } from '../../experiment/grid.ts';
import type { Value } from '../../models/parameter.ts';
import { fieldsOf, type StartFields } from './start-fields.ts';

/** So many values of an axis are remembered: more than the largest map has along a side. */
const MOST_REMEMBERED = 16_384;

/**
 * What differs from start to start, as `StartParameters` in WGSL has it. What follows from one axis alone is
 * computed once for each of its values.
 */
export class StartValues {
  private readonly groups: readonly Group[];
  /** Four-byte words of a start. */
  private readonly size: number;
  private readonly placeOfSteps: number;

  /**
   * @param experiment whose others they are
   * @param of what is integrated in place of an experiment
   */
  constructor(
    experiment: Experiment,
    of: (own: Experiment) => Experiment,
    names: readonly string[],
  ) {
    const all = fieldsOf(of(experiment), names);
    this.groups = all.map((group) => new Group(group, experiment, of));
    const fields = all.flatMap((group) => group.fields);
    this.size = fields.length;
    this.placeOfSteps = fields.findIndex(({ name }) => name === 'steps');
  }

  /**
   * Writes those of some starts, one after the other.
   * @returns their bytes, and the most steps of any, where those are their own
   */
  write(varied: Varied, words: ArrayBuffer): { bytes: number; steps: number | undefined } {
    const count = varied.values.length / varied.names.length;
    const out = new Uint32Array(words);
    let place = 0;
    for (const group of this.groups) {
      group.write(varied, out, place, this.size);
      place += group.size;
    }
    const bytes = 4 * this.size * count;
    return { bytes, steps: this.mostSteps(out, count) };
  }

  /** The most steps of any; undefined where all take the same. */
  private mostSteps(words: Uint32Array, count: number): number | undefined {
    if (this.placeOfSteps < 0) return undefined;
    let most = 0;
    for (let i = 0, at = this.placeOfSteps; i < count; i++, at += this.size) {
      most = Math.max(most, words[at]!);
    }
    return most;
  }
}

/** Fields that follow from the same axes. */
class Group {
  /** Four-byte words of a start. */
  readonly size: number;
  private readonly known = new Map<number, Uint32Array>();
  /** The experiment's, with those of one start after the other in them. */
  private readonly values: Record<string, Value>;

  constructor(
    private readonly group: StartFields,
    private readonly experiment: Experiment,
    private readonly of: (own: Experiment) => Experiment,
  ) {
    this.size = group.fields.length;
    this.values = { ...experiment.values };
  }

  /** Writes its words of every start from `place` on, `stride` words apart. */
  write({ names, values }: Varied, out: Uint32Array, place: number, stride: number): void {
    const columns = this.group.follows.map((name) => names.indexOf(name));
    const [first, second] = columns as [number, number?];
    for (let i = first, at = place; i < values.length; i += names.length, at += stride) {
      const words =
        second === undefined
          ? this.remembered(values[i]!)
          : this.compute(columns.map((column) => values[i - first + column]!));
      for (let word = 0; word < words.length; word++) out[at + word] = words[word]!;
    }
  }

  private remembered(value: number): Uint32Array {
    const existing = this.known.get(value);
    if (existing) return existing;
    const words = this.compute([value]);
    if (this.known.size === MOST_REMEMBERED) this.known.clear();
    this.known.set(value, words);
    return words;
  }

  private compute(values: readonly number[]): Uint32Array {
    const { fields, follows, of: valuesOf } = this.group;
    follows.forEach((name, i) => (this.values[name] = values[i]!));
    const own = valuesOf(this.of({ ...this.experiment, values: this.values }));
    const words = new Uint32Array(fields.length);
    const floats = new Float32Array(words.buffer);
    fields.forEach(({ name, type }, word) => {
      if (type === 'f32') floats[word] = own[name]!;
      else words[word] = own[name]!;
    });
    return words;
  }
}
