/** The gallery: many small maps on one slice in one colour scale; loaded on demand. */
import type { Engine } from '../../experiment/engine.ts';
import { numberOf, textOf, type Experiment } from '../../experiment/experiment.ts';
import { COLUMNS } from '../../experiment/engine.ts';
import { componentSymbol } from '../../figure/axes.ts';
import { countLabels, mergeCounts } from '../../figure/legend/label-counts.ts';
import { colourBarSvg } from '../../figure/legend/colour-bar.ts';
import { scaleFor, type ColourScale } from '../../figure/colour/colour-scale.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { sampleOfMaps } from '../../figure/sheet.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { MEASURES } from '../../measures/index.ts';
import { setSvg, setText } from '../ui/dom.ts';
import { messageOf } from '../ui/errors.ts';
import { download } from '../ui/download.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import { stateText } from '../../figure/text/state-text.ts';
import { slimLegend } from '../panes/slim-legend.ts';
import type { Store } from '../state/store.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';
import { measureText } from '../../experiment/texts.ts';
import { variantSetOf, type VariantSet } from './gallery-sweep.ts';
import { galleryFrame } from './gallery-frame.ts';
import { tileLayout } from '../../figure/tile-layout.ts';
import { measureMaps } from './gallery-maps.ts';
import { pointOfSlice, tilesIn, type Tiles } from './gallery-tiles.ts';

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

export function openGallery({ store, theme, onSelect, onLeave, onChosen }: Dependencies): Gallery {
  const frame = galleryFrame({
    onSelect,
    onLeave,
    onStop: () => job?.abort(),
    onSave: (background) => void save(background),
    onResize: () => arrange(),
  });
  let engine: Engine | undefined;
  let experiment: Experiment | undefined;
  let text = '';
  let variantSet: VariantSet | undefined;
  let tiles: Tiles | undefined;
  /** The coarsest level of each map; they determine the colour scale. */
  let coarse: MapPicture[] = [];
  let scale: ColourScale | undefined;
  let job: AbortController | undefined;

  const scaleOn = (ground: Theme): ColourScale =>
    // The last one has the longest horizon where that is what differs.
    scaleFor(
      variantSet!.variants.at(-1)!.experiment,
      sampleOfMaps(coarse.map(({ results }) => results)),
      ground,
    );
  const present = () => tiles!.pictures.filter((picture) => picture !== undefined);
  const arrange = () => {
    if (!variantSet) return;
    const { width, height } = frame.room;
    frame.arrange(tileLayout(variantSet.variants.length, width, height));
    drawLegend();
  };
  const drawLegend = () => {
    if (!scale || !tiles) return;
    const counts = present().map(({ results }) =>
      countLabels(scale!, results, results.length / COLUMNS),
    );
    const labelCounts = counts.reduce(mergeCounts);
    if (frame.isLegendSlim) {
      frame.legend.replaceChildren(slimLegend(scale, labelCounts));
      return;
    }
    const { height } = frame.legend.getBoundingClientRect();
    setSvg(
      frame.legend,
      colourBarSvg(scale, {
        height,
        em: figureEm(),
        theme: theme.value,
        fonts: FONTS,
        labelCounts,
        translate,
      }),
    );
  };

  const compute = async () => {
    const abort = new AbortController();
    job = abort;
    frame.showProgress(0);
    frame.showMessage('');
    const { variants } = variantSet!;
    try {
      await measureMaps(engine!, variants, {
        signal: abort.signal,
        progress: frame.showProgress,
        onMap(index, picture) {
          tiles!.set(index, picture);
          if (coarse.length < variants.length) {
            coarse.push(picture);
            scale = scaleOn(theme.value);
            tiles!.paint(scale);
          } else tiles!.paint(scale!, index);
          drawLegend();
        },
      });
    } catch (error) {
      if (!abort.signal.aborted)
        frame.showMessage(t('gallery.failed', { message: messageOf(error) }));
    } finally {
      if (job === abort) {
        job = undefined;
        frame.showProgress(1);
        frame.allowSave(coarse.length === variants.length);
      }
    }
  };

  const save = async (background: Theme) => {
    try {
      const { galleryPicture } = await import('./gallery-picture.ts');
      const scene = {
        experiment: experiment!,
        engine: engine!,
        variantSet: variantSet!,
        background,
      };
      const blob = await galleryPicture({
        ...scene,
        pictures: present(),
        scale: scaleOn(background),
      });
      const { sweep } = variantSet!;
      const what = sweep ? [experiment!.model, sweep.parameter.name] : ['models'];
      const name = ['ganfield', 'gallery', ...what, textOf(experiment!, 'measure')].join('-');
      download(blob, `${name}.png`);
    } catch (error) {
      frame.showMessage(t('gallery.pictureFailed', { message: messageOf(error) }));
    }
  };

  const show = (nextText: string, nextEngine: Engine | undefined) => {
    frame.open();
    const same = text === nextText && experiment === store.experiment && engine === nextEngine;
    if (same && variantSet) return;
    text = nextText;
    engine = nextEngine;
    experiment = store.experiment;
    variantSet = variantSetOf(experiment, text);
    const { slice } = experiment;
    frame.describe(experiment, variantSet, sharedText(experiment));
    frame.allowSave(false);
    job?.abort();
    coarse = [];
    scale = undefined;
    tiles = tilesIn({
      grid: frame.grid,
      variants: variantSet.variants,
      onChosen: (variant) => onChosen(variant.experiment),
      onPoint: (at) =>
        setText(frame.reading, at ? stateText(slice, ...pointOfSlice(slice, at)) : ''),
    });
    frame.legend.replaceChildren();
    arrange();
    if (engine) void compute();
  };

  return {
    show,
    hide() {
      job?.abort();
      // An unfinished computation starts again at the next opening.
      if (job) variantSet = undefined;
      frame.close();
    },
    destroy() {
      job?.abort();
      frame.destroy();
    },
  };
}

/** What all maps share: measure, horizon and slice. */
function sharedText(experiment: Experiment): string {
  const { x, y } = experiment.slice;
  const measure = MEASURES.find(({ id }) => id === textOf(experiment, 'measure'))!;
  const range = ({ component, min, max }: typeof x) => ({
    symbol: componentSymbol(component, true),
    min: formatNumber(min),
    max: formatNumber(max),
  });
  const axes = [t('gallery.across', range(x)), t('gallery.up', range(y))].join(', ');
  return t('gallery.slice', {
    measure: translate(measureText(measure, 'title')),
    time: formatNumber(numberOf(experiment, 'time')),
    axes,
  });
}
