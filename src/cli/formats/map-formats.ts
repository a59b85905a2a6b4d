import { theoryLinesOf } from '../../cpu/theory-lines.ts';
import type { TheoryLine } from '../../experiment/theory/theory-line.ts';
import { englishOf } from '../../models/message.ts';
import { COLUMNS, type Engine, type Results } from '../../experiment/engine.ts';
import { startsOfPixels } from '../../experiment/grid.ts';
import { mapPlane, parameterAxesOf } from '../../experiment/plane.ts';
import { toFile } from '../../experiment/format/json.ts';
import { MEASURES, type Measure } from '../../measures/index.ts';
import { COMPONENTS } from '../../models/state.ts';
import type { Band } from '../../experiment/bands.ts';
import { Columns, type Numbers } from './columns.ts';
import type { MapJob } from './map-job.ts';
import { jsonFields, jsonValue, valueText } from './json.ts';
import { npyHeader } from './npy.ts';

/** `.npy`: (H, W) for one measure, (M, H, W) for several, row 0 the lowest y. */
export async function writeNpy(job: MapJob, bands: AsyncIterable<Band>): Promise<void> {
  const { engine, grid, measures, write } = job;
  const shape = [grid.height, grid.width];
  const { BYTES_PER_ELEMENT } = typeOf(engine);
  await inColumns(job, bands, async (columns) => {
    await write(
      npyHeader(
        BYTES_PER_ELEMENT as 4 | 8,
        measures.length > 1 ? [measures.length, ...shape] : shape,
      ),
    );
    for (const column of measures.keys()) {
      for await (const values of columns.read(column)) {
        await write(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      }
    }
  });
}

export async function writeJson(job: MapJob, bands: AsyncIterable<Band>): Promise<void> {
  const { engine, experiment, grid, measures, write } = job;
  const { slice, parameterAxes } = experiment;
  await inColumns(job, bands, async (columns) => {
    const fields = {
      experiment: toFile(experiment),
      engine: engine.kind,
      adapter: engine.adapter,
      width: grid.width,
      height: grid.height,
      x: parameterAxes?.x ?? slice.x,
      y: parameterAxes?.y ?? slice.y,
      ...(parameterAxes && { theory: theoryLinesOf(experiment).map(theoryJson) }),
    };
    await write(`{\n  ${jsonFields(fields)},\n  "measures": {`);
    for (const [column, measure] of measures.entries()) {
      await write(`${column > 0 ? ',' : ''}\n    ${JSON.stringify(measure.id)}: [`);
      let separator = '';
      for await (const values of columns.read(column)) {
        const words = Array.from(values, (value) => jsonValue(measure, value));
        await write(separator + words.join(','));
        separator = ',';
      }
      await write(']');
    }
    await write('\n  }\n}\n');
  });
}

function theoryJson({ kind, label, lines }: TheoryLine) {
  return { kind, label: englishOf(label), lines };
}

/** A line for each start, from the lowest y: parameters on axes, its state, then its measures. */
export async function writeCsv(
  { experiment, grid, measures, write }: MapJob,
  bands: AsyncIterable<Band>,
): Promise<void> {
  const indices = measures.map(indexOf);
  const names = parameterAxesOf(mapPlane(experiment)).map(({ parameter }) => parameter);
  await write(`${[...names, ...COMPONENTS, ...measures.map(({ id }) => id)].join(',')}\n`);
  for await (const { firstRow, rows, results } of bands) {
    const count = rows * grid.width;
    const { starts, varied } = startsOfPixels(experiment, grid, firstRow * grid.width, count);
    const parametersOf = (i: number) =>
      varied ? varied.values.subarray(names.length * i, names.length * (i + 1)) : [];
    const lines = Array.from({ length: count }, (_, i) => {
      const values = measures.map((measure, j) =>
        valueText(measure, results[COLUMNS * i + indices[j]!]!, String),
      );
      return `${[...parametersOf(i), ...starts.subarray(4 * i, 4 * i + 4), ...values].join(',')}\n`;
    });
    await write(lines.join(''));
  }
}

/** Computes the whole map into columns, one for each measure, then lets `work` read them. */
async function inColumns(
  { engine, grid, measures }: MapJob,
  bands: AsyncIterable<Band>,
  work: (columns: Columns) => Promise<void>,
): Promise<void> {
  await Columns.with(grid.width * grid.height, typeOf(engine), async (columns) => {
    for await (const { firstRow, results } of bands) {
      for (const [column, measure] of measures.entries()) {
        await columns.put(column, firstRow * grid.width, columnOf(results, measure));
      }
    }
    await work(columns);
  });
}

function columnOf(results: Results, measure: Measure): Numbers {
  const column = indexOf(measure);
  const length = results.length / COLUMNS;
  const values =
    results instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = results[COLUMNS * i + column]!;
  return values;
}

function indexOf(measure: Measure): number {
  return MEASURES.indexOf(measure);
}

function typeOf({ kind }: Engine): typeof Float32Array | typeof Float64Array {
  return kind === 'gpu' ? Float32Array : Float64Array;
}
