/** Random planes of all kinds: with parameters of models, modifiers and methods on one axis or both. */
import { MEASURES } from '../../src/measures/index.ts';
import { COLUMNS, type Engine, type Results } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import {
  defaultExperiment,
  withValues,
  type Axis,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { startsOfPixels, type Grid } from '../../src/experiment/grid.ts';
import { atParameters, axisParameters, withAxis } from '../../src/experiment/plane.ts';
import { hash } from '../../src/methods/noise.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import type { NumberParameter } from '../../src/models/parameter.ts';
import { COMPONENTS } from '../../src/models/state.ts';

export const GRID: Grid = { width: 4, height: 3 };

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = hash(seed);
  return () => (state = hash(state + 1)) / 2 ** 32;
}

/** Where steps are of a length that training would take. */
function rangeOf({ name, min, max }: NumberParameter): readonly [number, number] {
  if (name === 'step') return [Math.max(min, 0.02), 0.4];
  return [min, Math.min(max, 3)];
}

/** The plane of this number: another model, method and pair of axes each. */
export function randomPlane(number: number): Experiment {
  const random = randomOf(number);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const base = withValues(
    {
      ...defaultExperiment(
        MODELS[number % MODELS.length]!.id,
        METHODS[number % METHODS.length]!.id,
      ),
      slice: {
        x: { component: 'theta1', min: -1, max: 1 },
        y: { component: 'phi2', min: -1, max: 1 },
        hold: [0.3, number % 3 === 0 ? 0 : 0.2, 0.7, number % 3 === 0 ? 0 : -0.4],
      },
    },
    { time: 12 },
  );
  const parameters = axisParameters(base);
  const parameterAxis = (): Axis => {
    const parameter = pick(parameters);
    const [least, most] = rangeOf(parameter);
    const isLog = random() < 0.4;
    const low = least + random() * 0.4 * (most - least);
    const min = parameter.integer ? least : isLog ? Math.max(low, most / 50) : low;
    const max = parameter.integer ? most : min + (0.2 + 0.8 * random()) * (most - min);
    return { parameter: parameter.name, min, max, scale: isLog && min > 0 ? 'log' : 'linear' };
  };
  const componentAxis = (): Axis => ({ component: pick(COMPONENTS), min: -1.5, max: 1 });
  const kind = number % 3;
  let experiment = withAxis(base, 'x', kind === 1 ? componentAxis() : parameterAxis());
  do experiment = withAxis(experiment, 'y', kind === 2 ? componentAxis() : parameterAxis());
  while (nameOf(experiment, 'y') === nameOf(experiment, 'x'));
  return experiment;
}

function nameOf({ parameterAxes }: Experiment, side: 'x' | 'y'): string | undefined {
  return parameterAxes?.[side]?.parameter ?? (side === 'x' ? 'none' : undefined);
}

/** A map, and the same pixels one by one, each by the experiment at its parameters. */
export async function mapAndPixels(
  engine: Engine,
  experiment: Experiment,
  measures: readonly string[] = MEASURES.map(({ id }) => id),
): Promise<readonly [Results, readonly Results[]]> {
  const { starts, varied } = startsOfPixels(experiment, GRID);
  const map = await mapOf(engine, experiment, GRID, { measures });
  const pixels: Results[] = [];
  for (let i = 0; i < GRID.width * GRID.height; i++) {
    const { names, values } = varied!;
    const row = values.subarray(names.length * i, names.length * (i + 1));
    const own = atParameters(experiment, names, row);
    pixels.push(await engine.measure(own, starts.slice(4 * i, 4 * i + 4), { measures }));
  }
  return [map, pixels];
}

export function rowOf(results: Results, pixel: number): Results {
  return results.slice(COLUMNS * pixel, COLUMNS * (pixel + 1));
}
