import { indexOf, type Axis, type Slice } from '../../experiment/experiment.ts';
import { COMPONENTS, type Component, type State } from '../../models/state.ts';
import { englishOf, fill } from '../../models/message.ts';
import { formatNumber } from './number.ts';
import { FIGURE_MESSAGES, type Translate } from './translate.ts';

/**
 * Where trajectories start, for a caption: each behind its number, where there are several. Numbers
 * have the digits that a figure shows; the file carries all of them.
 */
export function startsText(
  slice: Slice,
  starts: readonly State[],
  translate: Translate = englishOf,
): readonly string[] {
  return starts.map((start, i) => {
    const state = initialConditionText(slice, start);
    return starts.length > 1
      ? `${i + 1}: ${state}`
      : translate(fill(FIGURE_MESSAGES.start, { state }));
  });
}

function initialConditionText({ x, y }: Slice, start: State): string {
  const text = (component: Component): string => {
    const value = start[indexOf(component)]!;
    const axis = [x, y].find((each) => each.component === component);
    return formatNumber(axis ? onAxis(axis, value) : Number(value.toPrecision(2)));
  };
  const [phi1, phi2, theta1, theta2] = COMPONENTS.map(text);
  return `φ(0) = (${phi1}, ${phi2}), θ(0) = (${theta1}, ${theta2})`;
}

/** To about a hundredth of the axis: 0.36 and not 0.364. */
function onAxis({ min, max }: Axis, value: number): number {
  const decimals = Math.max(0, 1 - Math.floor(Math.log10((max - min) / 10)));
  return Number(value.toFixed(Math.min(decimals, 20)));
}
