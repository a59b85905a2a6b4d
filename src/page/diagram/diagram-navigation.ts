import { diagramPlane, withPresent, withWindow } from '../../experiment/diagram/diagram-window.ts';
import { acrossOf, withDiagram, withoutRange } from '../../experiment/editing/diagram-choice.ts';
import type { Diagram, Experiment, Plane } from '../../experiment/experiment.ts';
import { isParameterAxis } from '../../experiment/plane.ts';
import { isSameSlice, panned, rounded, zoomed } from '../../experiment/viewport.ts';
import { bindGestures } from '../panes/gestures.ts';
import { bindPaneKeys } from '../panes/pane-keys.ts';
import type { PageAddress } from '../shell/address.ts';
import type { Lifetime } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';

/** Wheel or key steps within this time are one gesture, in milliseconds. */
const PAUSE = 450;

/** Zoom and pan of the diagram; each gesture is an entry of the browser's history. */
export interface DiagramNavigation {
  /** By fractions of what is seen, which then gets `factor` times narrower around a place of it. */
  move(right: number, up: number, factor?: number, x?: number, y?: number): void;
  /** Shows the whole axis, and all that is visited. */
  reset(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly address: Pick<PageAddress, 'pushHistory'>;
  readonly square: HTMLElement;
  /** The ends of the values upwards that are shown. */
  range(): readonly [low: number, high: number];
}

export function diagramNavigation(
  { store, address, square, range }: Dependencies,
  life: Lifetime,
): DiagramNavigation {
  const homes = homesOf(store);
  let gesture: { exact: Plane; written: Plane } | undefined;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    isHeld = false;
    gesture = undefined;
    square.classList.remove('moving');
  };
  const move: DiagramNavigation['move'] = (right, up, factor = 1, x = 0.5, y = 0.5) => {
    const { experiment } = store;
    const { diagram } = experiment;
    if (!diagram) return;
    const plane = diagramPlane(experiment, diagram, range());
    // Another part may have changed the diagram since the last move.
    const isGoingOn = gesture !== undefined && isSameSlice(gesture.written, plane);
    const exact = zoomed(panned(isGoingOn ? gesture!.exact : plane, right, up), factor, x, y);
    const written = rounded(exact);
    if (isSameSlice(written, plane)) {
      if (gesture) gesture = { exact, written: plane };
      return;
    }
    if (!gesture) address.pushHistory();
    gesture = { exact, written };
    clearTimeout(timer);
    if (!isHeld) timer = setTimeout(end, PAUSE);
    square.classList.add('moving');
    homes.move(diagram, withWindow(diagram, written), isGoingOn);
  };
  const reset = () => {
    end();
    const { diagram } = store.experiment;
    if (!diagram) return;
    address.pushHistory();
    homes.move(diagram, { ...withoutRange(diagram), x: homes.of(diagram) }, false);
  };
  let untapped: Experiment | undefined;
  const tap = (fraction: number) => {
    const { experiment } = store;
    untapped = experiment;
    if (experiment.diagram) store.update(withPresent(experiment, experiment.diagram, fraction));
  };
  bindGestures(
    square,
    {
      beginGesture() {
        end();
        isHeld = true;
      },
      move,
      endGesture: end,
      tap,
      doubleTap() {
        if (untapped) store.update(untapped);
        reset();
      },
    },
    life.signal,
  );
  bindPaneKeys(square, { move, reset, add: () => tap(0.5) }, life.signal);
  life.onEnd(end);
  return { move, reset };
}

/**
 * The axis of each window as it was before anybody zoomed into it, of those as well that undo and the browser's
 * history lead back to; what comes from elsewhere is whole.
 */
function homesOf(store: Store) {
  const homes = new Map<string, Diagram['x']>();
  const keyOf = ({ x }: Diagram) =>
    JSON.stringify([acrossOf({ x }), isParameterAxis(x) && x.scale, x.min, x.max]);
  const of = (diagram: Diagram) => homes.get(keyOf(diagram)) ?? diagram.x;
  return {
    of,
    /** @param isPassed whether `from` was seen on the way only: nothing leads back to it */
    move(from: Diagram, to: Diagram, isPassed: boolean) {
      const home = of(from);
      if (isPassed) homes.delete(keyOf(from));
      homes.set(keyOf(to), home);
      store.update(withDiagram(store.experiment, to));
    },
  };
}
