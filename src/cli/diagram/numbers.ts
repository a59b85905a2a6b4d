/** A diagram's numbers: JSON, CSV and npy. */
import type { DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import { diagramEnsemble } from '../../experiment/diagram/diagram.ts';
import type { DiagramResults } from '../../experiment/diagram/measure-diagram.ts';
import type { Engine } from '../../experiment/engine.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { englishOf } from '../../models/message.ts';
import { jsonFields } from '../formats/json.ts';
import { npyHeader } from '../formats/npy.ts';
import type { Write } from '../output.ts';

/** What is written of a diagram. */
export interface DiagramNumbers {
  readonly engine: Engine;
  readonly experiment: Experiment;
  readonly diagram: Diagram;
  readonly results: DiagramResults;
}

export async function writeDiagramJson(
  write: Write,
  { engine, experiment, diagram, results }: DiagramNumbers,
  theory: DiagramTheory,
): Promise<void> {
  const { x, range } = results;
  const fields = {
    experiment: toFile(experiment),
    engine: engine.kind,
    adapter: engine.adapter,
    axis: diagram.x,
    of: diagram.of,
    last: diagram.last,
    ...diagramEnsemble(experiment, diagram),
    theory: theoryJson(theory),
    x: Array.from(x),
    ...(range && { range, counted: Array.from(results.counted) }),
    shares: sharesOf(results),
  };
  await write(`{\n  ${jsonFields(fields)}`);
  if (range) {
    await write(',\n  "counts": [');
    for (let row = 0; row < results.rows; row++) {
      await write(`${row > 0 ? ',' : ''}\n    [${rowOf(results, row).join(',')}]`);
    }
    await write('\n  ]');
  }
  await write('\n}\n');
}

function theoryJson({ bifurcations, curves }: DiagramTheory) {
  return [
    ...bifurcations.map(({ kind, label, lines }) => ({ kind, label: englishOf(label), lines })),
    ...curves.map(({ kind, label, stability, lines }) => ({
      kind,
      label: englishOf(label),
      stability,
      lines,
    })),
  ];
}

/** A line for each value across and bin that was visited; of outcomes one for each value across. */
export async function writeDiagramCsv(write: Write, { results }: DiagramNumbers): Promise<void> {
  const { x, range, rows, counts } = results;
  if (!range) {
    await write(`x,${OUTCOMES.map((label) => `share.${label}`).join(',')}\n`);
    const lines = Array.from(x, (value, i) => {
      const own = results.shares.subarray(i * OUTCOMES.length, (i + 1) * OUTCOMES.length);
      return `${value},${own.join(',')}\n`;
    });
    return write(lines.join(''));
  }
  const [low, high] = range;
  const edge = (row: number) => low + (row / rows) * (high - low);
  await write('x,low,high,count\n');
  for (const [column, value] of x.entries()) {
    const lines = Array.from({ length: rows }, (_, row) => {
      const count = counts[column * rows + row]!;
      return count === 0 ? '' : `${value},${edge(row)},${edge(row + 1)},${count}\n`;
    });
    await write(lines.join(''));
  }
}

/** Counts as whole numbers of 64 bits, (H, W), row 0 the lowest; of outcomes shares, (labels, W). */
export async function writeDiagramNpy(write: Write, { results }: DiagramNumbers): Promise<void> {
  const { x, range, rows, shares } = results;
  if (!range) {
    await write(npyHeader(8, [OUTCOMES.length, x.length]));
    const all = OUTCOMES.flatMap((_, code) =>
      Array.from(x, (__, i) => shares[i * OUTCOMES.length + code]!),
    );
    return write(new Uint8Array(Float64Array.from(all).buffer));
  }
  await write(npyHeader(8, [rows, x.length], 'i'));
  for (let row = 0; row < rows; row++) {
    const counts = BigInt64Array.from(rowOf(results, row), BigInt);
    await write(new Uint8Array(counts.buffer));
  }
}

/** Counts of one bin in all columns. */
function rowOf({ x, rows, counts }: DiagramResults, row: number): readonly number[] {
  return Array.from(x, (_, column) => counts[column * rows + row]!);
}

function sharesOf({ x, shares }: DiagramResults): Readonly<Record<string, readonly number[]>> {
  const { length } = OUTCOMES;
  return Object.fromEntries(
    OUTCOMES.map((label, code) => [label, Array.from(x, (_, i) => shares[i * length + code]!)]),
  );
}
