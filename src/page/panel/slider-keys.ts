import { stepped, type Range } from '../../experiment/editing/slider-scale.ts';
import type { MessageKey } from '../messages/messages.ts';

/** A key of a slider that has the focus. */
export interface SliderKey {
  readonly chords: readonly string[];
  /** Its text in the list of keys has this name. */
  readonly does: MessageKey<'keys.slider'>;
  /** How many steps it goes; infinitely many lead to the end. */
  readonly steps: number;
}

export const SLIDER_KEYS: readonly SliderKey[] = [
  { chords: ['ArrowRight', 'ArrowUp'], does: 'stepMore', steps: 1 },
  { chords: ['ArrowLeft', 'ArrowDown'], does: 'stepLess', steps: -1 },
  { chords: ['PageUp'], does: 'tenMore', steps: 10 },
  { chords: ['PageDown'], does: 'tenLess', steps: -10 },
  { chords: ['Home'], does: 'least', steps: -Infinity },
  { chords: ['End'], does: 'most', steps: Infinity },
];

/** Keys move by steps of the value, not by the slider's own positions. */
export function bindSliderKeys(
  slider: HTMLInputElement,
  range: Range,
  value: { get(): number; set(next: number): void },
): void {
  slider.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = SLIDER_KEYS.find(({ chords }) => chords.includes(event.key));
    if (!found) return;
    event.preventDefault();
    value.set(stepped(range, value.get(), found.steps));
  });
}
