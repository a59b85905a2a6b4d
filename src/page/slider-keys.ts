import { stepped, type Range } from './slider.ts';

/** A key of a slider that has the focus. */
export interface SliderKey {
  readonly chords: readonly string[];
  readonly text: string;
  /** How many steps it goes; infinitely many lead to the end. */
  readonly steps: number;
}

export const SLIDER_KEYS: readonly SliderKey[] = [
  { chords: ['ArrowRight', 'ArrowUp'], text: 'a step more', steps: 1 },
  { chords: ['ArrowLeft', 'ArrowDown'], text: 'a step less', steps: -1 },
  { chords: ['PageUp'], text: 'ten steps more', steps: 10 },
  { chords: ['PageDown'], text: 'ten steps less', steps: -10 },
  { chords: ['Home'], text: 'the least', steps: -Infinity },
  { chords: ['End'], text: 'the most', steps: Infinity },
];

/** Keys go by the steps of the value; the slider's own positions know nothing of them. */
export function followSliderKeys(
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
