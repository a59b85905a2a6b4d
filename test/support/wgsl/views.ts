/** What the tests of the live views share: a small experiment, and views of it that are drawn. */
import { fromQuery } from '../../../src/experiment/format/url.ts';
import type { Engine } from '../../../src/experiment/engine.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import type { ColourScale } from '../../../src/figure/colour/colour-scale.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { GpuMapView } from '../../../src/gpu/map/map-view.ts';
import { GpuFlowView } from '../../../src/gpu/flow/flow-view.ts';
import { readPixels, textureSurface } from '../../../src/gpu/surface.ts';

/** Of a picture, in pixels. */
export const SIDE = 96;

export const base = fromQuery(
  'model=wgan-gp&lambda=0.25&c=1&time=20&hold=0.5,0.25,0,0&resolution=96&particles=4096',
).experiment;

/** A quarter of its window. */
export const near = {
  ...base.slice,
  x: { ...base.slice.x, min: 0, max: 1 },
  y: { ...base.slice.y, min: 0, max: 1 },
};

/** A view's failure is the test's. */
export function failed(message: string): void {
  throw new Error(message);
}

/** A map that is complete and drawn. */
export async function finishedMap(
  context: GpuContext,
  experiment: Experiment,
  openPrecise?: () => Promise<Engine>,
) {
  const surface = textureSurface(context, SIDE);
  let finished = () => {};
  const scales: ColourScale[] = [];
  const events = {
    scale: (scale: ColourScale) => void scales.push(scale),
    finished: () => finished(),
    failed,
  };
  const map = new GpuMapView(context, surface, events, openPrecise);
  const compute = async (next: Experiment) => {
    const done = new Promise<void>((resolve) => {
      finished = resolve;
    });
    map.setExperiment(next);
    await done;
  };
  map.resize(SIDE);
  await compute(experiment);
  const pixels = async () => {
    for (let i = 0; i < 16; i++) map.frame();
    return readPixels(context, surface.texture());
  };
  return { map, compute, pixels, scales, surface };
}

export function largestDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((worst, byte, i) => Math.max(worst, Math.abs(byte - b[i]!)), 0);
}

export function differingShare(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((count, byte, i) => count + (byte === b[i] ? 0 : 1), 0) / a.length;
}

/** A flow that has been drawn for so many frames, on its map. */
export async function flowAt(context: GpuContext, experiment: Experiment, frames: number) {
  const { map } = await finishedMap(context, experiment);
  const surface = textureSurface(context, SIDE);
  const flow = new GpuFlowView(context, surface, { failed });
  flow.attachMap(map);
  flow.resize(SIDE);
  flow.setExperiment(experiment);
  await flow.compiled();
  const run = async (count: number, steps = 1) => {
    for (let i = 0; i < count; i++) flow.advance(steps);
    return readPixels(context, surface.texture());
  };
  return { flow, map, run, pixels: await run(frames) };
}

/** Light above the ground, and its share within 0.15 of radius 1 in a window of ±2. */
export function ring(pixels: Uint8ClampedArray): { total: number; onCircle: number } {
  let [total, onCircle] = [0, 0];
  for (let i = 0; i < SIDE * SIDE; i++) {
    const light = pixels[4 * i]! + pixels[4 * i + 1]! + pixels[4 * i + 2]! - 52;
    const x = ((i % SIDE) + 0.5) / SIDE - 0.5;
    const y = (Math.floor(i / SIDE) + 0.5) / SIDE - 0.5;
    if (light <= 0) continue;
    total += light;
    if (Math.abs(4 * Math.hypot(x, y) - 1) < 0.15) onCircle += light;
  }
  return { total, onCircle: onCircle / total };
}
