/** What flags and a saved experiment say of a diagram. */
import { withValues, type Diagram, type Experiment } from '../../experiment/experiment.ts';
import { readAxis } from '../../experiment/format/read-axis.ts';
import { LAST_QUARTER, readLast, readOf, readRange } from '../../experiment/format/read-diagram.ts';
import { MAX_SIDE } from '../../experiment/format/saved.ts';
import { checkWhole } from '../../experiment/schema.ts';
import { savedOf, wholeNumber, withChoices, withEnsemble } from '../choices.ts';
import { shortened, UsageError } from '../errors.ts';
import type { EnsembleFlags, ExperimentFlags } from '../flags.ts';
import { gameOf } from '../game-flags.ts';

export interface DiagramFlags extends ExperimentFlags, EnsembleFlags {
  readonly of?: string;
  readonly range?: string;
  readonly last?: string;
  readonly size?: string;
  readonly theory?: boolean;
}

export interface DiagramPlan {
  readonly experiment: Experiment;
  readonly diagram: Diagram;
  readonly columns: number;
  readonly rows: number;
}

/** Counts of so many bins are kept at once, 128 MB of them. */
const MOST_BINS = 2 ** 24;

/** Where no size is asked for. */
const SIZE = { columns: 960, rows: 480 } as const;

/** @throws UsageError, ChoiceError */
export async function diagramPlanOf({ x, ...flags }: DiagramFlags): Promise<DiagramPlan> {
  const saved = await savedOf(flags);
  const chosen = withChoices(saved, flags, await gameOf(flags));
  // What is held is the start of every column, as `--init` is.
  const started = flags.hold === undefined ? chosen : { ...chosen, starts: [chosen.slice.hold] };
  const diagram = diagramOf(started, { ...flags, ...(x !== undefined && { x }) });
  const asked = withEnsemble(started, flags, [diagram.x]);
  const experiment = checkWhole({
    ...withValues(asked, flags.theory === false ? { theory: false } : {}),
    diagram,
  });
  return { experiment, diagram, ...sizeOf(flags.size) };
}

function diagramOf(experiment: Experiment, { x, of, range, last }: DiagramFlags): Diagram {
  const saved = experiment.diagram;
  const axis = x === undefined ? saved?.x : readAxis(experiment, 'x', x);
  if (!axis) {
    throw new UsageError(
      'missing x: a diagram has a component or a parameter across, say --x l2=0:1',
    );
  }
  const counted = of === undefined ? (saved?.of ?? readOf()) : readOf(of);
  if (range !== undefined && counted === 'outcome') {
    throw new UsageError(
      `invalid range: ${shortened(range)} of outcomes, whose shares go from 0 to 1; --of theta1 has a range`,
    );
  }
  // A range is one of what it was chosen for.
  const kept = counted === saved?.of ? saved.range : undefined;
  const ends = range === undefined ? kept : readRange(range);
  return {
    x: axis,
    of: counted,
    ...(ends && { range: ends }),
    last: last === undefined ? (saved?.last ?? LAST_QUARTER) : readLast(last),
  };
}

function sizeOf(size: string | undefined): { readonly columns: number; readonly rows: number } {
  if (size === undefined) return SIZE;
  const [width = '', height = width, ...rest] = size.split('x');
  if (rest.length > 0) {
    throw new UsageError(`invalid size: ${shortened(size)}, expected W or WxH`);
  }
  const [columns, rows] = [width, height].map((text) => wholeNumber('size', text, 1, MAX_SIDE)) as [
    number,
    number,
  ];
  if (columns * rows > MOST_BINS) {
    throw new UsageError(
      `invalid size: ${columns}x${rows} has ${columns * rows} bins, expected at most ${MOST_BINS}`,
    );
  }
  return { columns, rows };
}
