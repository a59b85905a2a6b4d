import { indexOf, type Axis, type Slice } from '../../experiment/experiment.ts';
import { COMPONENTS, type Component } from '../../models/state.ts';
import { formatNumber } from './number.ts';

/** The start under the pointer: φ = (0.5, 0.3), θ = (1.23, −0.40). */
export function stateText({ x, y, hold }: Slice, xValue: number, yValue: number): string {
  const text = (component: Component): string => {
    if (component === x.component) return coordinate(x, xValue);
    if (component === y.component) return coordinate(y, yValue);
    return formatNumber(hold[indexOf(component)]!);
  };
  const [phi1, phi2, theta1, theta2] = COMPONENTS.map(text);
  return `φ = (${phi1}, ${phi2}), θ = (${theta1}, ${theta2})`;
}

/** As finely as a pane has pixels. */
function coordinate({ min, max }: Axis, value: number): string {
  const decimals = Math.max(0, 1 - Math.floor(Math.log10((max - min) / 20)));
  return value.toFixed(decimals).replace('-', '−');
}
