import {
  indexOf,
  type DeclaredAxis,
  type Plane,
  type PlaneAxis,
} from '../../experiment/experiment.ts';
import { componentOf, fractionOn, isParameterAxis, parameterAt } from '../../experiment/plane.ts';
import { roundedPoint } from '../../experiment/viewport.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import { COMPONENTS, type Component } from '../../models/state.ts';
import { formatNumber } from './number.ts';

/**
 * What is under the pointer: λ = 0.25, φ = (0.5, 0.3), θ = (1.23, −0.40).
 * @param drawn components of which an ensemble's starts have many values
 */
export function stateText(
  { x, y, hold }: Plane,
  xValue: number,
  yValue: number,
  drawn: readonly Component[] = [],
): string {
  const text = (component: Component): string => {
    if (drawn.includes(component)) return '·';
    if (component === componentOf(x)) return coordinate(x, xValue);
    if (component === componentOf(y)) return coordinate(y, yValue);
    return formatNumber(hold[indexOf(component)]!);
  };
  const [phi1, phi2, theta1, theta2] = COMPONENTS.map(text);
  const parameters = [
    [x, xValue],
    [y, yValue],
  ] as const;
  return [
    ...parameters.flatMap(([axis, value]) =>
      isParameterAxis(axis) ? [`${letterOf(axis.declared)} = ${parameterValue(axis, value)}`] : [],
    ),
    `φ = (${phi1}, ${phi2}), θ = (${theta1}, ${theta2})`,
  ].join(', ');
}

/** A parameter's symbol without the words before it, where it is a letter of its own. */
function letterOf({ symbol }: NumberParameter): string {
  const last = symbol.split(' ').at(-1)!;
  return /^[A-Z]$/.test(last) ? symbol : last;
}

function parameterValue(axis: DeclaredAxis, value: number): string {
  return formatNumber(roundedPoint(axis, parameterAt(axis, fractionOn(axis, value))));
}

/** As finely as a pane has pixels. */
function coordinate({ min, max }: PlaneAxis, value: number): string {
  const decimals = Math.max(0, 1 - Math.floor(Math.log10((max - min) / 20)));
  return value.toFixed(decimals).replace('-', '−');
}
