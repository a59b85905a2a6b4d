import type { Engine } from '../../experiment/engine.ts';
import {
  numberOf,
  withValues,
  type Experiment,
  type Plane,
  type Slice,
} from '../../experiment/experiment.ts';
import type { Grid } from '../../experiment/grid.ts';
import { isDegenerate } from '../../experiment/editing/planes.ts';
import { mapEnsemble } from '../../experiment/ensemble/ensemble.ts';
import { componentOf, isSlice, mapPlane } from '../../experiment/plane.ts';
import { VIEW } from '../../experiment/parameters.ts';
import { float32Steps, MIN_FLOAT32_STEPS } from '../../experiment/viewport.ts';
import { MAX_SIDE, type PictureShape } from '../../experiment/format/saved.ts';
import { MIN_PANE } from '../../figure/rectangle.ts';
import type { MapMeasure } from '../../measures/statistics.ts';
import { bandsOf } from '../../experiment/bands.ts';
import {
  isPrintFormat,
  MAP_FORMATS,
  type MapFormat,
  type MapJob,
  type PrintFormat,
} from '../formats/map-job.ts';
import { mapMeasuresOf, savedOf, wholeNumber, withMapChoices } from '../choices.ts';
import { remarkOnTolerance, withEngine } from '../engines.ts';
import { shortened, UsageError } from '../errors.ts';
import type { EngineFlags, EnsembleFlags, ExperimentFlags, OutputFlags } from '../flags.ts';
import { partsOf, printSizeOf, refusePrintFlags } from '../print-choices.ts';
import type { PrintFlags } from '../print-flags.ts';
import { formatOf, refuseTerminal, writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';
import { say } from '../remarks.ts';

export interface MapFlags
  extends ExperimentFlags, EnsembleFlags, EngineFlags, OutputFlags, PrintFlags {
  readonly size?: string;
  readonly measure?: string;
  readonly bare?: boolean;
  readonly theory?: boolean;
}

/** `ganfield map`: a grid of initial conditions. */
export async function runMap(flags: MapFlags): Promise<void> {
  const format = formatOf(flags, MAP_FORMATS, 'json');
  const saved = await savedOf(flags);
  const asked = withMapChoices(saved, flags);
  const measures = mapMeasuresOf(flags.measure, asked);
  const grid = gridOf(flags.size, saved?.shape, asked);
  const bare = flags.bare ?? (flags.size === undefined && saved?.shape?.bare === true);
  refuse(format, measures, flags);
  if (format === 'png' && !bare) refuseTiny(grid);
  if (!isPrintFormat(format)) refusePrintFlags(flags, format);
  const print = { size: printSizeOf(flags), parts: partsOf(flags) };
  const experiment = withValues(asked, {
    measure: measures[0]!.id,
    ...(flags.theory === false && { theory: false }),
    ...(isResolution(grid) && { resolution: grid.width }),
  });
  const plane = mapPlane(experiment);
  remarkOnHold(flags.hold, plane);
  if (isSlice(plane) && !mapEnsemble(experiment)) remarkOnLines(plane);
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, (engine) => {
      remarkOnPrecision(engine, plane, grid);
      remarkOnTolerance(engine, experiment);
      return withProgress(async (progress) => {
        const job = { engine, experiment, grid, measures, write, progress };
        if (!isPrintFormat(format)) return writeMap(format, bare, job);
        const { writePrint } = await import('../formats/print.ts');
        return writePrint(job, flags.size !== undefined, { format, ...print });
      });
    }),
  );
}

async function writeMap(
  format: Exclude<MapFormat, PrintFormat>,
  bare: boolean,
  job: MapJob,
): Promise<void> {
  if (format === 'png') {
    const { writePicture } = await import('../formats/picture.ts');
    return writePicture(job, bare);
  }
  const bands = bandsOf(job.engine, job.experiment, job.grid, {
    measures: job.measures.map(({ id }) => id),
    progress: job.progress,
  });
  const { writeCsv, writeJson, writeNpy } = await import('../formats/map-formats.ts');
  switch (format) {
    case 'npy':
      return writeNpy(job, bands);
    case 'json':
      return writeJson(job, bands);
    case 'csv':
      return writeCsv(job, bands);
  }
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

/** Says which components are held by name and vary all the same. */
function remarkOnHold(hold: string | undefined, { x, y }: Plane): void {
  const parts = hold?.split(',') ?? [];
  for (const component of [x, y].map(componentOf)) {
    if (component && parts.some((part) => part.startsWith(component))) {
      say(`--hold ${component} is not read: ${component} is an axis; --x and --y say what varies`);
    }
  }
}

/** Says where every start has L = 0. */
function remarkOnLines(slice: Slice): void {
  if (!isDegenerate(slice)) return;
  say(
    'every start has L = 0 here, so each path stays on a line through 0, as in one dimension; --hold other values than 0 for the general case',
  );
}

/** Says where a viewport is below what float32 resolves. */
function remarkOnPrecision({ kind }: Engine, plane: Plane, grid: Grid): void {
  const steps = float32Steps(plane, grid);
  if (kind === 'cpu' || steps >= MIN_FLOAT32_STEPS) return;
  say(
    `this is as deep as float32 sees: neighbouring pixels are ${Number(steps.toPrecision(2))} of its steps apart, so blocks and stripes are rounding, not dynamics; --engine cpu computes in float64`,
  );
}

function refuseTiny({ width, height }: Grid): void {
  if (Math.min(width, height) >= MIN_PANE) return;
  throw new UsageError(
    `invalid size: ${width}x${height}, expected at least ${MIN_PANE}x${MIN_PANE} for a picture with axes; --bare takes any size`,
  );
}

function refuse(format: MapFormat, measures: readonly MapMeasure[], { bare, out }: MapFlags): void {
  if ((format === 'png' || isPrintFormat(format)) && measures.length > 1) {
    throw new UsageError(
      `invalid measure: ${measures.map(({ id }) => id).join(',')}, expected one for a picture; npy, json and csv take several`,
    );
  }
  if (bare && format !== 'png') {
    throw new UsageError(`invalid bare: the format is ${format}, expected png`);
  }
  if (format === 'png' || format === 'npy' || format === 'pdf') refuseTerminal(format, out);
}
