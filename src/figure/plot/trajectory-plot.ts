/** What is plotted over time of trajectories. */
import type { Trajectory } from '../../experiment/engine.ts';
import { numberOf, textOf, type Experiment } from '../../experiment/experiment.ts';
import { DIFFERENCE, QUANTITIES, type Part, type Quantity } from '../../experiment/quantities.ts';
import { quantityText } from '../../experiment/texts.ts';
import { seriesOf, trajectoryDistance } from '../../experiment/trajectory-series.ts';
import { englishOf, fill } from '../../models/message.ts';
import { FIGURE_MESSAGES, type Translate } from '../text/translate.ts';
import type { SeriesLine, SeriesSpec } from './series.ts';

/** A plot without a size and a theme. */
export type TrajectoryPlot = Pick<
  SeriesSpec,
  'times' | 'kind' | 'lines' | 'scale' | 'title' | 'level'
>;

/** A trajectory that is ready to be drawn. */
export interface PlottedTrajectory {
  readonly trajectory: Trajectory;
  /** The same one in float64, where another engine drew the first. */
  readonly reference: Trajectory | undefined;
  readonly colour: string;
  /** Drawn last, with what it is compared with and with names of its lines. */
  readonly active: boolean;
  /** Its start's, where several are told apart without their colours. */
  readonly number?: number;
}

/** What the first or second plot shows of trajectories, of which there is at least one. */
export function trajectoryPlot(
  experiment: Experiment,
  number: number,
  trajectories: readonly PlottedTrajectory[],
  translate: Translate = englishOf,
): TrajectoryPlot {
  const quantity = quantityOf(textOf(experiment, `plot${number}`));
  const { times, kind } = trajectories[0]!.trajectory;
  return {
    times,
    kind,
    lines: linesOf(quantity, showsAverage(experiment), trajectories),
    scale: isLogarithmic(experiment, number) ? 'logarithmic' : 'linear',
    title: translate(fill(FIGURE_MESSAGES.overTime, { quantity: quantityText(quantity) })),
    level: LENGTHS.has(quantity.id) ? numberOf(experiment, 'eps') : undefined,
  };
}

export function isLogarithmic(experiment: Experiment, number: number): boolean {
  const { scale } = quantityOf(textOf(experiment, `plot${number}`));
  return scale !== 'signed' && experiment.values[`log${number}`] === true;
}

export function showsAverage(experiment: Experiment): boolean {
  return textOf(experiment, 'measure') === 'ema';
}

/** Quantities that ε is a level of. */
const LENGTHS = new Set(['length', 'ema']);

function linesOf(
  quantity: Quantity,
  average: boolean,
  trajectories: readonly PlottedTrajectory[],
): readonly SeriesLine[] {
  // Where the map shows the average, it is beside what it averages.
  const parts: readonly Part[] =
    average && quantity.id === 'length'
      ? [...quantity.parts, ...quantityOf('ema').parts]
      : quantity.parts;
  // The active one is drawn last, above the others.
  const ordered = [...trajectories].toSorted((a, b) => Number(a.active) - Number(b.active));
  return ordered.flatMap(({ trajectory, reference, colour, active, number }): SeriesLine[] => {
    const start = number === undefined ? '' : String(number);
    if (quantity.id === DIFFERENCE) {
      const name = start === '' ? {} : { name: start, number: number! };
      return reference
        ? [{ values: trajectoryDistance(trajectory, reference), colour, ...name }]
        : [];
    }
    const symbols = active && parts.length > 1;
    const lines = parts.map((part, i) => ({
      values: seriesOf(trajectory, part),
      colour,
      ...(number !== undefined && { number }),
      ...nameOf([i === 0 ? start : '', symbols ? part.symbol : '']),
      ...(i > 0 && { style: 'dashed' as const }),
    }));
    if (!reference || !active) return lines;
    const bands = parts.map((part, i) => ({
      values: seriesOf(reference, part),
      colour,
      style: 'band' as const,
      ...(i === 0 && { name: 'float64' }),
    }));
    return [...bands, ...lines];
  });
}

/** Of a line: the number of its start, and what is plotted. */
function nameOf(words: readonly string[]): { readonly name?: string } {
  const name = words.filter((word) => word !== '').join(' ');
  return name === '' ? {} : { name };
}

export function quantityOf(id: string): Quantity {
  return QUANTITIES.find((quantity) => quantity.id === id)!;
}
