/** The gallery: many small maps on one slice in one colour scale; loaded on demand. */
import { mapPlane } from '../../experiment/plane.ts';
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
import type { ViewSet } from '../views/view-set.ts';
import { galleryFrame } from './gallery-frame.ts';
import { galleryShowing, type GalleryShowing } from './gallery-showing.ts';
import { variantSetOf, type VariantSet } from './gallery-sweep.ts';

export interface Gallery {
  /** Shows variants of the present experiment; measured once there is a view set. */
  show(param: string, viewSet: ViewSet | undefined): void;
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

/** What is shown, and by the engines of which view set. */
interface Shown {
  readonly param: string;
  readonly experiment: Experiment;
  readonly viewSet: ViewSet | undefined;
  readonly showing: GalleryShowing;
}

export function openGallery({ store, theme, onSelect, onLeave, onChosen }: Dependencies): Gallery {
  let shown: Shown | undefined;
  const frame = galleryFrame({
    onSelect,
    onLeave,
    onStop: () => shown?.showing.stop(),
    onSave: (look) => void shown?.showing.save(look),
    onResize: () => shown?.showing.arrange(),
  });
  return {
    show(param, viewSet) {
      const { experiment } = store;
      frame.open();
      const isShown = shown?.experiment === experiment && shown.viewSet === viewSet;
      if (isShown && shown?.param === param) return;
      shown?.showing.discard();
      const variantSet = variantSetOf(experiment, param);
      frame.describe(experiment, variantSet, sharedText(variantSet));
      frame.allowSave(false);
      frame.legend.replaceChildren();
      const showing = galleryShowing({ frame, theme, variantSet, onChosen });
      shown = { param, experiment, viewSet, showing };
      showing.arrange();
      if (viewSet) void showing.measure(viewSet);
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
