/**
 * What the views draw. SwiftShader, which comes with the tests' browser, computes in one way: not a
 * pixel may differ. Another adapter rounds otherwise, by some levels along edges and in light that
 * many particles add up.
 */
import { beforeAll, expect, test } from 'vitest';
import { withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { textOf } from '../../src/experiment/experiment.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { GpuFlowView } from '../../src/gpu/flow/flow-view.ts';
import { GpuMapView } from '../../src/gpu/map/map-view.ts';
import { readPixels, textureSurface } from '../../src/gpu/surface.ts';
import { expectPicture, type Tolerance } from '../support/picture.ts';
import { getAdapter } from '../support/wgsl/dawn.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { failed } from '../support/wgsl/views.ts';

const SIDE = 96;

let context: GpuContext;
let tolerance: Tolerance;
beforeAll(async () => {
  context = await softwareContext();
  const { description } = (await getAdapter()).info;
  tolerance = /swiftshader/i.test(description) ? {} : { levels: 8, share: 0.01 };
});

const experimentOf = (query: string): Experiment =>
  fromQuery(`${query}&x=theta1:-2:2&y=theta2:-2:2&hold=0.5,0.25,0,0&resolution=64&particles=4096`)
    .experiment;

/** A map that is whole and faded in, with what draws it. */
async function mapOf(experiment: Experiment) {
  const surface = textureSurface(context, SIDE);
  let map!: GpuMapView;
  await new Promise<void>((finished, reject) => {
    map = new GpuMapView(context, surface, {
      scale: () => {},
      finished,
      failed: (message) => reject(new Error(message)),
    });
    map.setTheme(textOf(experiment, 'theme') === 'light' ? 'light' : 'dark');
    map.resize(SIDE);
    map.setExperiment(experiment);
  });
  await map.compiled();
  while (!map.idle) {
    map.frame();
    await context.device.queue.onSubmittedWorkDone();
  }
  return { map, surface };
}

test.for([
  ['map-turns-dark', 'model=wgan-gp&lambda=0.25&time=12&measure=turns&theme=dark'],
  ['map-settle-light', 'model=wgan-gp&c=0&lambda=0.5&eps=0.3&time=12&measure=settle&theme=light'],
  ['map-outcome-dark', 'model=wgan-gp&c=0&lambda=0.5&eps=0.3&time=12&measure=outcome&theme=dark'],
])('the live map: %s', async ([name, query]) => {
  const { map, surface } = await mapOf(experimentOf(query!));
  const rgba = await readPixels(context, surface.texture());
  expectPicture(`gpu/${name}`, { width: SIDE, height: SIDE, rgba }, tolerance);
  map.destroy();
});

test.for([
  ['flow-map-dark', { colour: 'map', theme: 'dark' }],
  ['flow-speed-light', { colour: 'speed', theme: 'light' }],
] as const)('the flow, of the same seed and so many steps: %s', async ([name, values]) => {
  const query = 'model=wgan-gp&lambda=0.25&time=12&measure=turns&trail=0.7';
  const experiment = withValues(experimentOf(query), values);
  const { map } = await mapOf(experiment);
  const surface = textureSurface(context, SIDE);
  const flow = new GpuFlowView(context, surface, { failed });
  flow.attachMap(map);
  flow.setTheme(values.theme);
  flow.resize(SIDE);
  flow.setExperiment(experiment);
  await flow.compiled();
  for (let frame = 0; frame < 24; frame++) expect(flow.advance(1)).toBe(true);
  const rgba = await readPixels(context, surface.texture());
  expectPicture(`gpu/${name}`, { width: SIDE, height: SIDE, rgba }, tolerance);
  flow.destroy();
  map.destroy();
});
