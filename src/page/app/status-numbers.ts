import { GPU_MESSAGES } from '../../gpu/context.ts';
import type { Message } from '../../models/message.ts';
import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { mapKind, type ViewSet } from '../views/view-set.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';

export interface StatusNumbers {
  readonly adapter: string;
  readonly particles: string;
  readonly time: string;
  readonly map: string;
  readonly steps: string;
  readonly frame: string;
}

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
    map: [
      t('status.map', { side, percent: done }),
      ...(engine.kind !== mapKind(viewSet, experiment) ? [t('status.processor')] : []),
    ].join(t('common.comma')),
    steps: steps > 0 ? t('status.steps', { count: shortNumber(steps) }) : '',
    frame: frame > 0 ? t('status.frame', { milliseconds: frame.toFixed(1) }) : '',
  };
}

/** `1.2 million`-like numbers in few digits: 940, 12 k, 3.4 M, 1.2 G. */
export function shortNumber(value: number): string {
  const unit = ['', ' k', ' M', ' G', ' T'];
  const power = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** power;
  return `${scaled >= 100 || power === 0 ? Math.round(scaled) : scaled.toFixed(scaled < 10 ? 1 : 0)}${unit[power]}`;
}

/** Drivers name their adapters; one without a name is called so in the page's language. */
function adapterName(name: string): string {
  const { unknownAdapter } = GPU_MESSAGES;
  return name === unknownAdapter.text ? translate(unknownAdapter) : name;
}
