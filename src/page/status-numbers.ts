import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { formatNumber } from '../figure/number.ts';
import type { Stage } from './stage.ts';
import type { MapPicture } from './views.ts';
import { shortNumber, type StatusNumbers } from './status.ts';

/** What the status line says; a text is empty where it has nothing to say. */
export function numbersOf(
  experiment: Experiment,
  stage: Stage | undefined,
  picture: MapPicture | undefined,
  frameTime: number,
  caveat: string,
): StatusNumbers {
  if (!stage) {
    return { adapter: 'opening …', particles: '', time: '', map: '', steps: '', frame: '' };
  }
  const { engine, map, flow } = stage;
  const done = Math.floor(100 * map.progress);
  const side = picture ? `${picture.grid.width}² ` : '';
  // Particles may be drawn less often than the page.
  const frame = flow ? flow.frameTime : frameTime;
  const steps = map.stepsPerSecond;
  return {
    adapter: [engine.adapter, ...(engine.kind === 'gpu' ? ['float32'] : []), caveat]
      .filter((text) => text !== '')
      .join(', '),
    particles: flow ? `${formatNumber(numberOf(experiment, 'particles'))} particles` : '',
    time: flow ? `t = ${flow.time.toFixed(1)}` : '',
    map: `map ${side}${done}%`,
    steps: steps > 0 ? `${shortNumber(steps)} steps/s` : '',
    frame: frame > 0 ? `${frame.toFixed(1)} ms/frame` : '',
  };
}
