import type { Plane } from '../../experiment/experiment.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t, translate } from '../messages/messages.ts';

/** Actions of keys on a focused pane. */
export interface PaneKeys {
  move(right: number, up: number, factor?: number): void;
  reset(): void;
  /** Sets a probe in the middle. */
  add(): void;
}

/** A key zooms by this factor, or pans by this fraction of the viewport. */
const STEP = { zoom: 1.5, pan: 0.1 };

/** + and − zoom, arrows pan, 0 and Home reset, Enter sets a probe. */
export function bindPaneKeys(
  square: HTMLElement,
  { move, reset, add }: PaneKeys,
  signal: AbortSignal,
): void {
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => move(0, 0, STEP.zoom),
    '=': () => move(0, 0, STEP.zoom),
    '-': () => move(0, 0, 1 / STEP.zoom),
    _: () => move(0, 0, 1 / STEP.zoom),
    ArrowLeft: () => move(-STEP.pan, 0),
    ArrowRight: () => move(STEP.pan, 0),
    ArrowUp: () => move(0, STEP.pan),
    ArrowDown: () => move(0, -STEP.pan),
    0: reset,
    Home: reset,
    Enter: add,
  };
  square.tabIndex = 0;
  // Screen readers pass arrow keys on only in the role `application`.
  square.setAttribute('role', 'application');
  const onKey = (event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (target !== square || ctrlKey || metaKey || altKey) return;
    const action = keys[key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  square.addEventListener('keydown', onKey, { signal });
}

/** Sets the accessible description of a pane. */
export function describePane(square: HTMLElement, name: string, { x, y }: Plane): void {
  const ranges = [x, y].map((axis) =>
    t('panes.range', {
      symbol: axisSymbol(axis, false, translate),
      from: formatNumber(axis.min),
      to: formatNumber(axis.max),
    }),
  );
  square.setAttribute(
    'aria-label',
    t('panes.describe', { name, ranges: ranges.join(t('common.comma')) }),
  );
}
