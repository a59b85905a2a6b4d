import { MEASURES, type Measure } from './index.ts';
import { OUTCOMES, type Outcome } from './outcomes.ts';

/** What is taken of a number over the starts of an ensemble. */
export const NUMBER_STATISTICS = ['mean', 'median', 'min', 'max'] as const;

export type NumberStatistic = (typeof NUMBER_STATISTICS)[number];

/** The share of an ensemble's starts with a label. */
export interface LabelShare extends Pick<Measure, 'unit' | 'scale' | 'fraction' | 'never'> {
  readonly id: string;
  readonly kind: 'share';
  readonly outcome: Outcome;
}

/** One number of the values that a measure has over an ensemble's starts. */
export interface MeasureStatistic extends Pick<Measure, 'unit' | 'scale' | 'fraction' | 'never'> {
  readonly id: string;
  readonly kind: NumberStatistic;
  readonly of: Measure;
}

export type Statistic = LabelShare | MeasureStatistic;

/** What a map can show: of the one start behind each pixel, or of an ensemble. */
export type MapMeasure = Measure | Statistic;

/** The shares of all labels, in the order of `OUTCOMES`. */
export const SHARES: readonly LabelShare[] = OUTCOMES.map((outcome) => ({
  id: `share.${outcome}`,
  kind: 'share',
  outcome,
  unit: '',
  scale: 'linear',
  fraction: true,
}));

/** Every statistic of an ensemble; beside them, `outcome` is the most frequent label. */
export const STATISTICS: readonly Statistic[] = [
  ...SHARES,
  ...NUMBER_STATISTICS.flatMap((kind) =>
    MEASURES.filter(({ scale }) => scale !== 'labels' && scale !== 'basins').map(
      (of): MeasureStatistic => {
        const { unit, scale, fraction, never } = of;
        return {
          id: `${kind}.${of.id}`,
          kind,
          of,
          unit,
          scale,
          ...(fraction && { fraction }),
          ...(never && { never }),
        };
      },
    ),
  ),
];

export function isStatistic(measure: MapMeasure): measure is Statistic {
  return 'kind' in measure;
}

/** @throws Error for an id that is neither a measure's nor a statistic's */
export function mapMeasure(id: string): MapMeasure {
  const found = [...MEASURES, ...STATISTICS].find((measure) => measure.id === id);
  if (!found) throw new Error(`unknown measure: ${id}`);
  return found;
}

/** The measure of single starts that a map's measure is taken of. */
export function baseMeasure(measure: MapMeasure): Measure {
  if (!isStatistic(measure)) return measure;
  return measure.kind === 'share' ? OUTCOME : measure.of;
}

const OUTCOME = MEASURES.find(({ id }) => id === 'outcome')!;
