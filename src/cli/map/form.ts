/** In which form a map is written. */
import type { Grid } from '../../experiment/grid.ts';
import type { FigureParts, PrintSize } from '../../figure/figure-choices.ts';
import { MIN_PANE } from '../../figure/rectangle.ts';
import { UsageError } from '../errors.ts';
import type { OutputFlags } from '../flags.ts';
import { isPrintFormat, MAP_FORMATS, type MapFormat, type MapJob } from '../formats/map-job.ts';
import { formatOf, refuseTerminal } from '../output.ts';
import { partsOf, printSizeOf, refusePrintFlags } from '../print-choices.ts';
import { say } from '../remarks.ts';
import { boundaryOf, dimensionText, type Boundary } from './boundary.ts';
import type { PrintFlags } from '../print-flags.ts';
import type { MapPlan } from './plan.ts';

export interface FormFlags extends OutputFlags, PrintFlags {
  readonly bare?: boolean;
  readonly dimension?: boolean;
}

export interface MapForm {
  readonly format: MapFormat;
  /** A picture without axes, colour bar and caption. */
  readonly bare: boolean;
  /** Whether a figure for print has the grid that was asked for; else its size gives the grid. */
  readonly isSized: boolean;
  readonly print: { readonly size: PrintSize; readonly parts: FigureParts };
  /** Where its dimension is asked for. */
  readonly boundary: Boundary | undefined;
}

/** @throws UsageError, ChoiceError */
export function formOf(flags: FormFlags, plan: MapPlan, isSized: boolean): MapForm {
  const format = formatOf(flags, MAP_FORMATS, 'json');
  const bare = flags.bare ?? plan.bare;
  const form = {
    format,
    bare,
    isSized,
    print: { size: printSizeOf(flags), parts: partsOf(flags) },
    boundary: flags.dimension ? boundaryOf(plan.measures, plan.grid) : undefined,
  };
  refuse(form, plan, flags);
  return form;
}

/** Measures and writes a map. */
export async function writeMap(form: MapForm, job: Omit<MapJob, 'boundary'>): Promise<void> {
  const { boundary } = form;
  await write(form, { ...job, boundary });
  if (boundary) say(dimensionText(boundary.of, boundary.dimension()));
}

async function write({ format, bare, isSized, print }: MapForm, job: MapJob): Promise<void> {
  if (isPrintFormat(format)) {
    const { writePrint } = await import('../formats/print.ts');
    return writePrint(job, isSized, { format, ...print });
  }
  if (format === 'png') {
    const { writePicture } = await import('../formats/picture.ts');
    return writePicture(job, bare);
  }
  const { writeCsv, writeJson, writeNpy } = await import('../formats/map-formats.ts');
  const { mapBands } = await import('../formats/map-bands.ts');
  const bands = mapBands(
    job,
    job.measures.map(({ id }) => id),
  );
  switch (format) {
    case 'npy':
      return writeNpy(job, bands);
    case 'json':
      return writeJson(job, bands);
    case 'csv':
      return writeCsv(job, bands);
  }
}

function refuseTiny({ width, height }: Grid): void {
  if (Math.min(width, height) >= MIN_PANE) return;
  throw new UsageError(
    `invalid size: ${width}x${height}, expected at least ${MIN_PANE}x${MIN_PANE} for a picture with axes; --bare takes any size`,
  );
}

/** @throws UsageError where the form does not fit what it is to hold */
function refuse(
  { format, bare }: MapForm,
  { grid, measures }: Pick<MapPlan, 'grid' | 'measures'>,
  flags: FormFlags,
): void {
  if ((format === 'png' || isPrintFormat(format)) && measures.length > 1) {
    throw new UsageError(
      `invalid measure: ${measures.map(({ id }) => id).join(',')}, expected one for a picture; npy, json and csv take several`,
    );
  }
  if (flags.bare && format !== 'png') {
    throw new UsageError(`invalid bare: the format is ${format}, expected png`);
  }
  if (format === 'png' || format === 'npy' || format === 'pdf') refuseTerminal(format, flags.out);
  if (format === 'png' && !bare) refuseTiny(grid);
  if (!isPrintFormat(format)) refusePrintFlags(flags, format);
}
