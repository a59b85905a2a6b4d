import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { formatNumber } from '../../figure/text/number.ts';
import type { ViewSet } from '../views/view-set.ts';
import type { MapPicture } from '../../figure/views.ts';
import { shortNumber, type StatusNumbers } from './status.ts';
import { t, translate } from '../messages/messages.ts';
import type { Message } from '../../models/message.ts';
import { GPU_MESSAGES } from '../../gpu/context.ts';

/** The texts of the status bar; empty where a field does not apply. */
export function numbersOf(
  experiment: Experiment,
  viewSet: ViewSet | undefined,
  picture: MapPicture | undefined,
  frameTime: number,
  statusNote: Message | undefined,
): StatusNumbers {
  if (!viewSet) {
    return { adapter: t('status.opening'), particles: '', time: '', map: '', steps: '', frame: '' };
  }
  const { engine, map, flow } = viewSet;
  const done = Math.floor(100 * map.progress);
  const side = picture ? `${picture.grid.width}² ` : '';
  // Particles may be drawn less often than the page.
  const frame = flow ? flow.frameTime : frameTime;
  const steps = map.stepsPerSecond;
  return {
    adapter: [
      adapterName(engine.adapter),
      ...(engine.kind === 'gpu' ? ['float32'] : []),
      statusNote ? translate(statusNote) : '',
    ]
      .filter((text) => text !== '')
      .join(t('common.comma')),
    particles: flow
      ? t('status.particles', { count: formatNumber(numberOf(experiment, 'particles')) })
      : '',
    time: flow ? `t = ${flow.time.toFixed(1)}` : '',
    map: t('status.map', { side, percent: done }),
    steps: steps > 0 ? t('status.steps', { count: shortNumber(steps) }) : '',
    frame: frame > 0 ? t('status.frame', { milliseconds: frame.toFixed(1) }) : '',
  };
}

/** Drivers name their adapters; one without a name is called so in the page's language. */
function adapterName(name: string): string {
  const { unknownAdapter } = GPU_MESSAGES;
  return name === unknownAdapter.text ? translate(unknownAdapter) : name;
}
