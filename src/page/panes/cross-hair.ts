import { crossHairOf, withCrossHair } from '../../experiment/editing/cross-hair.ts';
import { mapPlane, parameterAxesOf } from '../../experiment/plane.ts';
import { parameterText } from '../../experiment/texts.ts';
import { numberOf } from '../../experiment/experiment.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t, translate } from '../messages/messages.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { element } from '../ui/dom.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './cross-hair.css';

/** A key moves the cross-hair by this fraction of the map, with shift by ten times as much. */
const STEP = 0.01;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The point of a map over parameters at which the flow shows the phase space: to be dragged. */
export interface CrossHair {
  destroy(): void;
}

export function openCrossHair(store: Store, square: HTMLElement): CrossHair {
  const life = lifetimeOf();
  const handle = element('button', { type: 'button', class: 'cross-hair-handle' });
  const lines = [element('span', { class: 'upright' }), element('span', { class: 'across' })];
  const layer = element('div', { class: 'cross-hair' }, ...lines, handle);
  square.append(layer);
  life.onEnd(() => layer.remove());

  const moveTo = (x: number, y: number) => store.update(withCrossHair(store.experiment, { x, y }));
  handle.addEventListener('pointerdown', (event) => {
    if (event.button === 0) handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = square.getBoundingClientRect();
    moveTo((event.clientX - box.left) / box.width, (box.bottom - event.clientY) / box.height);
  });
  handle.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const arrow = ARROWS[key];
    const place = crossHairOf(store.experiment);
    if (!arrow || !place || ctrlKey || metaKey || altKey) return;
    const step = STEP * (shiftKey ? 10 : 1);
    moveTo(place.x + step * arrow[0], place.y + step * arrow[1]);
    event.preventDefault();
  });
  const show = () => {
    const { experiment } = store;
    const place = crossHairOf(experiment);
    layer.hidden = place === undefined;
    if (!place) return;
    const [x, y] = [place.x, place.y].map((fraction) => Math.min(1, Math.max(0, fraction)));
    layer.style.setProperty('--across', `${100 * x!}%`);
    layer.style.setProperty('--up', `${100 * y!}%`);
    // Beyond the map it waits at the edge.
    layer.classList.toggle('beyond', x !== place.x || y !== place.y);
    const values = parameterAxesOf(mapPlane(experiment)).map(
      ({ declared }) =>
        `${translate(parameterText(declared, 'symbol'))} = ${formatNumber(numberOf(experiment, declared.name))}`,
    );
    const label = t('panes.crossHair', { values: values.join(t('common.comma')) });
    handle.setAttribute('aria-label', label);
    handle.title = label;
  };
  show();
  life.onEnd(store.subscribe(show));
  return { destroy: life.destroy };
}
