import { MEASURES } from '../../measures/index.ts';
import { isStatistic, mapMeasure, type MeasureStatistic } from '../../measures/statistics.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import type { Results } from '../engine.ts';
import { columnIn, errorColumn, type RowLayout } from './rows.ts';
import { standardErrorOf, statisticOf } from './statistics.ts';

const WIDTH = MEASURES.length;
const OUTCOME = MEASURES.findIndex(({ id }) => id === 'outcome');

/** The labels and values of the starts of some pixels, from which their rows are made. */
export class EnsembleValues {
  private readonly layout: RowLayout;
  private readonly starts: number;
  private readonly labels: Uint8Array;
  private readonly statistics: readonly MeasureStatistic[];
  /** Of each measure behind a statistic its column among those of a start, and all values. */
  private readonly values = new Map<number, Float32Array | Float64Array>();

  /**
   * @param starts of each pixel that there is room for
   * @param type of the engine's numbers
   */
  constructor(
    layout: RowLayout,
    pixels: number,
    starts: number,
    type: typeof Float32Array | typeof Float64Array,
  ) {
    this.layout = layout;
    this.starts = starts;
    this.labels = new Uint8Array(pixels * starts);
    this.statistics = layout.columns
      .filter((id) => !id.startsWith(errorColumn('')))
      .map(mapMeasure)
      .filter((one): one is MeasureStatistic => isStatistic(one) && one.kind !== 'share');
    for (const { of } of this.statistics) {
      const column = MEASURES.indexOf(of);
      if (!this.values.has(column)) this.values.set(column, new type(pixels * starts));
    }
  }

  /**
   * Keeps what an engine measured: of each pixel from `pixel` on starts `first` to `first + count - 1`.
   * @param results row-major, those of one pixel after the other
   */
  put(results: Results, pixel: number, first: number, count: number): void {
    const pixels = results.length / WIDTH / count;
    for (let i = 0; i < pixels; i++) {
      for (let k = 0; k < count; k++) {
        const row = WIDTH * (i * count + k);
        const at = (pixel + i) * this.starts + first + k;
        this.labels[at] = results[row + OUTCOME]!;
        for (const [column, values] of this.values) values[at] = results[row + column]!;
      }
    }
  }

  /**
   * Writes the rows of pixels `pixel` to `pixel + count - 1`, each of its first `starts` starts.
   * @param out row-major, from row `outRow` on
   */
  write(out: Results, outRow: number, pixel: number, count: number, starts = this.starts): void {
    const { layout, labels, statistics, values } = this;
    const width = layout.columns.length;
    const label = columnIn(layout, 'outcome');
    const counts = new Uint32Array(OUTCOMES.length);
    const own = new Float64Array(starts);
    for (let i = 0; i < count; i++) {
      const [row, at] = [width * (outRow + i), (pixel + i) * this.starts];
      counts.fill(0);
      for (let k = 0; k < starts; k++) counts[labels[at + k]!]! += 1;
      // The shares are the first columns. Of labels that are as frequent the first counts.
      counts.forEach((each, code) => (out[row + code] = each / starts));
      out[row + label] = counts.indexOf(Math.max(...counts));
      for (const { id, kind, of } of statistics) {
        const column = columnIn(layout, id);
        own.set(values.get(MEASURES.indexOf(of))!.subarray(at, at + starts));
        out[row + column] = statisticOf(kind, own);
        out[row + column + 1] = standardErrorOf(kind, own);
      }
    }
  }
}
