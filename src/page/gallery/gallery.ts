/** The gallery: many small maps on one slice in one colour scale; loaded on demand. */
import { mapPlane } from '../../experiment/plane.ts';
import type { Engine } from '../../experiment/engine.ts';
import { mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import { numberOf, type Experiment, type PlaneAxis } from '../../experiment/experiment.ts';
import { STEPS } from '../../experiment/editing/games-by-rules.ts';
import { mapMeasureText } from '../../experiment/texts.ts';
import { axisSymbol } from '../../figure/axes.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { galleryFrame } from './gallery-frame.ts';
import { galleryShowing, type GalleryShowing } from './gallery-showing.ts';
import { variantSetOf, type VariantSet } from './gallery-sweep.ts';

export interface Gallery {
  /** Shows variants of the present experiment; measured once there is an engine. */
  show(param: string, engine: Engine | undefined): void;
  hide(): void;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  /** The user chose other variants; in the form of the address. */
  onSelect(param: string): void;
  onLeave(): void;
  onChosen(experiment: Experiment): void;
}

/** What is shown, and by which engine. */
interface Shown {
  readonly param: string;
  readonly experiment: Experiment;
  readonly engine: Engine | undefined;
  readonly showing: GalleryShowing;
}

export function openGallery({ store, theme, onSelect, onLeave, onChosen }: Dependencies): Gallery {
  let shown: Shown | undefined;
  const frame = galleryFrame({
    onSelect,
    onLeave,
    onStop: () => shown?.showing.stop(),
    onSave(look) {
      if (shown?.engine) void shown.showing.save(shown.engine, look);
    },
    onResize: () => shown?.showing.arrange(),
  });
  return {
    show(param, engine) {
      const { experiment } = store;
      frame.open();
      if (shown?.param === param && shown.experiment === experiment && shown.engine === engine) {
        return;
      }
      shown?.showing.discard();
      const variantSet = variantSetOf(experiment, param);
      frame.describe(experiment, variantSet, sharedText(variantSet));
      frame.allowSave(false);
      frame.legend.replaceChildren();
      const showing = galleryShowing({ frame, theme, variantSet, onChosen });
      shown = { param, experiment, engine, showing };
      showing.arrange();
      if (engine) void showing.measure(engine);
    },
    hide() {
      // An unfinished computation starts again at the next opening.
      if (shown?.showing.isMeasuring) {
        shown.showing.discard();
        shown = undefined;
      }
      frame.close();
    },
    destroy() {
      shown?.showing.discard();
      frame.destroy();
    },
  };
}

/** What all maps share: measure, horizon or steps, and slice. */
function sharedText({ shared, columns }: VariantSet): string {
  const { x, y } = mapPlane(shared);
  const range = (axis: PlaneAxis) => ({
    symbol: axisSymbol(axis, true, translate),
    min: formatNumber(axis.min),
    max: formatNumber(axis.max),
  });
  const axes = [t('gallery.across', range(x)), t('gallery.up', range(y))].join(', ');
  const measure = translate(mapMeasureText(mapMeasureOf(shared), 'title'));
  if (columns !== undefined) {
    return t('gallery.rulesSlice', { measure, steps: formatNumber(STEPS), axes });
  }
  return t('gallery.slice', { measure, time: formatNumber(numberOf(shared, 'time')), axes });
}
