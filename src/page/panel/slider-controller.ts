import { NumberController, type GUI } from 'lil-gui';
import { positionOf, valueAtPosition, type Range } from '../../experiment/editing/slider-scale.ts';
import { element } from '../ui/dom.ts';
import { bindSliderKeys } from './slider-keys.ts';

/** Positions of a slider; fine enough for the widest range on the largest screen. */
const POSITIONS = 1000;

/** What a controller edits. */
export interface NumberHolder {
  value: number;
}

/**
 * A row of lil-gui with a number and a slider. lil-gui's own slider is linear and can be neither
 * focused nor read by a screen reader; this one is the browser's, on the scale of a parameter.
 * Everything else, from the row's place in its folder to its end, is lil-gui's.
 */
export class SliderController extends NumberController {
  private readonly holder: NumberHolder;
  private readonly range: Range;
  private readonly slider: HTMLInputElement | undefined;

  /** @param set takes what the user chooses, also what is typed */
  constructor(folder: GUI, holder: NumberHolder, range: Range, set: (value: number) => void) {
    super(folder, holder, 'value', undefined, undefined, undefined);
    this.holder = holder;
    this.range = range;
    this.slider = element('input', {
      type: 'range',
      min: '0',
      max: String(POSITIONS),
      step: '1',
      'aria-labelledby': this.$name.id,
    });
    const { slider } = this;
    slider.addEventListener('input', () => {
      set(valueAtPosition(range, Number(slider.value) / POSITIONS));
    });
    bindSliderKeys(slider, range, { get: () => holder.value, set });
    this.$widget.prepend(slider);
    // The class by which lil-gui's style gives a slider its room.
    this.domElement.classList.add('lil-has-slider');
    // What is typed may be finer than a step of the keys.
    this.step(range.step, false);
    this.onChange(set);
  }

  override updateDisplay(): this {
    // See shown.ts.
    if (this.$input.value !== String(this.getValue())) super.updateDisplay();
    this.placeSlider();
    return this;
  }

  private placeSlider(): void {
    // lil-gui shows a value from its constructor, before there is a slider.
    if (!this.slider) return;
    const text = String(this.holder.value);
    const position = positionOf(this.range, this.holder.value);
    const place = String(Math.round(POSITIONS * position));
    if (this.slider.value !== place) this.slider.value = place;
    // What is set is painted anew, also where it is the same: with one slider all rows would be.
    if (this.slider.getAttribute('aria-valuetext') === text) return;
    this.slider.style.setProperty('--position', String(position));
    this.slider.setAttribute('aria-valuetext', text);
  }
}
