/** What flags and a saved experiment say of a map. */
import { numberOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { MAX_SIDE, type PictureShape } from '../../experiment/format/saved.ts';
import type { Grid } from '../../experiment/grid.ts';
import { VIEW } from '../../experiment/parameters.ts';
import type { MapMeasure } from '../../measures/statistics.ts';
import { mapMeasuresOf, savedOf, wholeNumber, withMapChoices } from '../choices.ts';
import { gameOf } from '../game-flags.ts';
import { shortened, UsageError } from '../errors.ts';
import type { EnsembleFlags, ExperimentFlags } from '../flags.ts';

/** What is measured of which plane. */
export interface MapFlags extends ExperimentFlags, EnsembleFlags {
  readonly size?: string;
  readonly measure?: string;
  readonly theory?: boolean;
}

export interface MapPlan {
  readonly experiment: Experiment;
  readonly grid: Grid;
  readonly measures: readonly MapMeasure[];
  /** Whether the saved picture was one without axes, and its size is not said anew. */
  readonly bare: boolean;
}

/** @throws UsageError, ChoiceError */
export async function planOf(flags: MapFlags): Promise<MapPlan> {
  const saved = await savedOf(flags);
  const asked = withMapChoices(saved, flags, await gameOf(flags));
  const measures = mapMeasuresOf(flags.measure, asked);
  const grid = gridOf(flags.size, saved?.shape, asked);
  const bare = flags.size === undefined && saved?.shape?.bare === true;
  const experiment = withValues(asked, {
    measure: measures[0]!.id,
    ...(flags.theory === false && { theory: false }),
    ...(isResolution(grid) && { resolution: grid.width }),
  });
  return { experiment, grid, measures, bare };
}

function gridOf(
  size: string | undefined,
  shape: PictureShape | undefined,
  experiment: Experiment,
): Grid {
  if (size !== undefined) {
    const [width = '', height = width, ...rest] = size.split('x');
    if (rest.length > 0)
      throw new UsageError(`invalid size: ${shortened(size)}, expected W or WxH`);
    return {
      width: wholeNumber('size', width, 1, MAX_SIDE),
      height: wholeNumber('size', height, 1, MAX_SIDE),
    };
  }
  if (shape) return { width: shape.width, height: shape.height };
  const side = numberOf(experiment, 'resolution');
  return { width: side, height: side };
}

/** Whether the page can be told of this size. */
function isResolution({ width, height }: Grid): boolean {
  const resolution = VIEW.find(({ name }) => name === 'resolution');
  if (resolution?.kind !== 'number') return false;
  return width === height && width >= resolution.min && width <= resolution.max;
}
