import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { formatNumber } from '../../figure/text/number.ts';
import type { ViewSet } from '../views/view-set.ts';
import type { MapPicture } from '../../figure/views.ts';
import { shortNumber, type StatusNumbers } from './status.ts';
import { told, words } from '../messages/words.ts';

/** What the status line says; a text is empty where it has nothing to say. */
export function numbersOf(
  experiment: Experiment,
  viewSet: ViewSet | undefined,
  picture: MapPicture | undefined,
  frameTime: number,
  statusNote: string,
): StatusNumbers {
  const { status, common } = words();
  if (!viewSet) {
    return { adapter: status.opening, particles: '', time: '', map: '', steps: '', frame: '' };
  }
  const { engine, map, flow } = viewSet;
  const done = Math.floor(100 * map.progress);
  const side = picture ? `${picture.grid.width}² ` : '';
  // Particles may be drawn less often than the page.
  const frame = flow ? flow.frameTime : frameTime;
  const steps = map.stepsPerSecond;
  return {
    adapter: [told(engine.adapter), ...(engine.kind === 'gpu' ? ['float32'] : []), told(statusNote)]
      .filter((text) => text !== '')
      .join(common.comma),
    particles: flow ? status.particles(formatNumber(numberOf(experiment, 'particles'))) : '',
    time: flow ? `t = ${flow.time.toFixed(1)}` : '',
    map: status.map(side, done),
    steps: steps > 0 ? status.steps(shortNumber(steps)) : '',
    frame: frame > 0 ? status.frame(frame.toFixed(1)) : '',
  };
}
