import { theoryLinesOf } from '../../cpu/theory-lines.ts';
import type { TheoryLine } from '../../experiment/theory/theory-line.ts';
import { englishOf } from '../../models/message.ts';
import type { Engine, Results } from '../../experiment/engine.ts';
import { mapEnsemble } from '../../experiment/ensemble/ensemble.ts';
import { columnIn, rowCount, rowLayoutOf, type RowLayout } from '../../experiment/ensemble/rows.ts';
import { startsOfPixels } from '../../experiment/grid.ts';
import { mapPlane, parameterAxesOf } from '../../experiment/plane.ts';
import { toFile } from '../../experiment/format/json.ts';
import type { MapMeasure } from '../../measures/statistics.ts';
import { COMPONENTS } from '../../models/state.ts';
import type { Band } from '../../experiment/bands.ts';
import type { Boundary } from '../map/boundary.ts';
import { Columns, type Numbers } from './columns.ts';
import type { MapJob } from './map-job.ts';
import { basinsJson, jsonFields, jsonValue, valueText } from './json.ts';
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
  const { engine, experiment, grid, measures, write, boundary } = job;
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
      ...mapEnsemble(experiment),
      ...(parameterAxes && { theory: theoryLinesOf(experiment).map(theoryJson) }),
      ...(boundary && { dimension: dimensionJson(boundary) }),
    };
    const basins = basinsJson(experiment, measures);
    await write(`{\n  ${jsonFields(fields)},\n  ${basins}"measures": {`);
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

function dimensionJson(boundary: Boundary) {
  const { value = null, error = null, sizes, counts } = boundary.dimension();
  return { of: boundary.of, value, error, sizes, counts };
}

function theoryJson({ kind, label, lines }: TheoryLine) {
  return { kind, label: englishOf(label), lines };
}

/**
 * A line for each pixel, from the lowest y: parameters on axes, its state without the components that an
 * ensemble draws, then its measures.
 */
export async function writeCsv(job: MapJob, bands: AsyncIterable<Band>): Promise<void> {
  const { experiment, grid, measures, write } = job;
  const { columns } = layoutOf(job);
  const indices = measures.map(({ id }) => columns.indexOf(id));
  const drawn = mapEnsemble(experiment)?.box.map(({ component }) => component) ?? [];
  const components = [...COMPONENTS.keys()].filter((i) => !drawn.includes(COMPONENTS[i]!));
  const names = parameterAxesOf(mapPlane(experiment)).map(({ parameter }) => parameter);
  await write(
    `${[...names, ...components.map((i) => COMPONENTS[i]), ...measures.map(({ id }) => id)].join(',')}\n`,
  );
  for await (const { firstRow, rows, results } of bands) {
    const count = rows * grid.width;
    const { starts, varied } = startsOfPixels(experiment, grid, firstRow * grid.width, count);
    const parametersOf = (i: number) =>
      varied ? varied.values.subarray(names.length * i, names.length * (i + 1)) : [];
    const lines = Array.from({ length: count }, (_, i) => {
      const values = measures.map((measure, j) =>
        valueText(measure, results[columns.length * i + indices[j]!]!, String),
      );
      return `${[...parametersOf(i), ...components.map((k) => starts[4 * i + k]), ...values].join(',')}\n`;
    });
    await write(lines.join(''));
  }
}

/** Computes the whole map into columns, one for each measure, then lets `work` read them. */
async function inColumns(
  job: MapJob,
  bands: AsyncIterable<Band>,
  work: (columns: Columns) => Promise<void>,
): Promise<void> {
  const { engine, grid, measures } = job;
  const layout = layoutOf(job);
  await Columns.with(grid.width * grid.height, typeOf(engine), async (columns) => {
    for await (const { firstRow, results } of bands) {
      for (const [column, measure] of measures.entries()) {
        await columns.put(column, firstRow * grid.width, columnOf(layout, results, measure));
      }
    }
    await work(columns);
  });
}

function columnOf(layout: RowLayout, results: Results, { id }: MapMeasure): Numbers {
  const column = columnIn(layout, id);
  const length = rowCount(layout, results);
  const values =
    results instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = results[layout.columns.length * i + column]!;
  return values;
}

function layoutOf({ experiment, measures }: MapJob): RowLayout {
  return rowLayoutOf(
    experiment,
    measures.map(({ id }) => id),
  );
}

function typeOf({ kind }: Pick<Engine, 'kind'>): typeof Float32Array | typeof Float64Array {
  return kind === 'gpu' ? Float32Array : Float64Array;
}
