/** A map's pixels as a PNG. */
import { encode } from 'fast-png';
import type { Engine, Job } from '../experiment/engine.ts';
import { rowCount } from '../experiment/ensemble/rows.ts';
import { mapOf } from '../experiment/pixels.ts';
import { paintRows } from '../figure/map-image.ts';
import { countLabels } from '../figure/legend/label-counts.ts';
import type { PaintMap } from './map-figure.ts';

/** Measures with this engine and paints. */
export function painter(engine: Engine, job: Pick<Job, 'signal' | 'progress'>): PaintMap {
  return async (experiment, { width, height }, scale) => {
    const results = await mapOf(engine, experiment, { width, height }, job);
    const data = new Uint8Array(3 * width * height);
    paintRows(scale, results, width, { width, height, channels: 3, data });
    const png = encode({ width, height, data, channels: 3, depth: 8 });
    return { png, labelCounts: countLabels(scale, results, rowCount(scale.layout, results)) };
  };
}
