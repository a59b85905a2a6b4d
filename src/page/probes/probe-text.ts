import { indexOf, type Slice } from '../../experiment/experiment.ts';
import { formatNumber } from '../../figure/text/number.ts';
import type { State } from '../../models/state.ts';
import { t } from '../messages/messages.ts';

/** All of a start: φ = (0.5, 0.3), θ = (1.2, −0.4). */
export function initialConditionText(start: State): string {
  const [phi1, phi2, theta1, theta2] = start.map(formatNumber);
  return `φ = (${phi1}, ${phi2}), θ = (${theta1}, ${theta2})`;
}

/** What a slice shows of it: 1.2, −0.4. */
export function pointText({ x, y }: Slice, start: State): string {
  return [x, y].map(({ component }) => decimalText(start[indexOf(component)]!)).join(', ');
}

/** The largest difference between the trajectories of both engines. */
export function differenceText(difference: number): string {
  if (difference === Infinity) return t('probes.oneDiverged');
  return difference === 0
    ? '0'
    : difference.toExponential(0).replace('e-', 'e−').replace('e+', 'e');
}

/** As it is written in links; a fraction would be exact, and odd beside other coordinates. */
function decimalText(value: number): string {
  return String(value).replace('-', '−');
}
