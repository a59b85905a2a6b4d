import { isInPlane } from '../../experiment/viewport.ts';
import type { Slice } from '../../experiment/experiment.ts';
import { pointOf } from '../../experiment/initial-conditions.ts';
import type { State } from '../../models/state.ts';
import { element } from '../ui/dom.ts';
import { initialConditionText } from './probe-text.ts';
import type { Probes } from './probes.ts';
import { t } from '../messages/messages.ts';

/** A key moves a probe by this fraction of the viewport, with shift by ten times as much. */
const STEP = 0.01;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The probes' starts on a pane, to be dragged by hand or by keys. */
export interface ProbeHandles {
  /** @param slice undefined where the pane shows no initial conditions */
  show(slice: Slice | undefined, starts: readonly State[], colours: readonly string[]): void;
  destroy(): void;
}

export function probeHandles(square: HTMLElement, probes: Probes): ProbeHandles {
  const layer = element('div', { class: 'handles' });
  square.append(layer);
  /** By the colour's index, which a probe keeps. */
  const handles = new Map<number, HTMLButtonElement>();
  let present: { readonly slice: Slice; readonly starts: readonly State[] } | undefined;

  const create = (slot: number) => {
    const handle = element('button', { type: 'button', class: 'probe' });
    const index = () => probes.slots.indexOf(slot);
    handle.addEventListener('focus', () => probes.select(index()));
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      handle.setPointerCapture(event.pointerId);
      probes.select(index());
    });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = square.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width;
      const y = (box.bottom - event.clientY) / box.height;
      probes.move(index(), clamped(x), clamped(y));
    });
    handle.addEventListener('keydown', (event) => {
      const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey) return;
      const arrow = ARROWS[key];
      const start = present?.starts[index()];
      if (arrow && start) {
        const step = STEP * (shiftKey ? 10 : 1);
        const { x, y } = pointOf(present!.slice, start);
        probes.move(index(), clamped(x + step * arrow[0]), clamped(y + step * arrow[1]));
      } else if (key === 'Delete' || key === 'Backspace') {
        probes.remove(index());
        (layer.querySelector<HTMLElement>('button:not([hidden])') ?? square).focus();
      } else return;
      event.preventDefault();
    });
    return handle;
  };

  return {
    destroy: () => layer.remove(),
    show(slice, starts, colours) {
      layer.hidden = slice === undefined;
      if (!slice) return;
      present = { slice, starts };
      const { slots, active } = probes;
      for (const [slot, handle] of handles) {
        if (slots.includes(slot)) continue;
        handles.delete(slot);
        handle.remove();
      }
      starts.forEach((start, i) => {
        const slot = slots[i]!;
        let handle = handles.get(slot);
        if (!handle) {
          handle = create(slot);
          handles.set(slot, handle);
          layer.append(handle);
        }
        const { x, y } = pointOf(slice, start);
        handle.hidden = !(x >= 0 && x <= 1 && y >= 0 && y <= 1);
        handle.style.left = `${100 * x}%`;
        handle.style.bottom = `${100 * y}%`;
        handle.style.setProperty('--probe', colours[slot]!);
        handle.classList.toggle('active', i === active);
        handle.classList.toggle('off-plane', !isInPlane(slice, start));
        handle.setAttribute(
          'aria-label',
          t('probes.handle', { number: slot + 1, start: initialConditionText(start) }),
        );
      });
    },
  };
}

function clamped(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
