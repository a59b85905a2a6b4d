import { mapPlane } from '../../experiment/plane.ts';
import type { Engine, Results } from '../../experiment/engine.ts';
import { rowCount, rowLayoutOf } from '../../experiment/ensemble/rows.ts';
import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { scaleFor, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { basinLegendSvg, type BasinKey } from '../../figure/legend/basin-legend.ts';
import { colourBarSvg } from '../../figure/legend/colour-bar.ts';
import { countLabels, mergeCounts } from '../../figure/legend/label-counts.ts';
import { sampleOfMaps } from '../../figure/sheet.ts';
import { stateText } from '../../figure/text/state-text.ts';
import { tileLayout } from '../../figure/tile-layout.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { slimLegend } from '../panes/slim-legend.ts';
import type { ViewSet } from '../views/view-set.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import { setSvg, setText } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import { errorText } from '../messages/error-text.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { GalleryFrame } from './gallery-frame.ts';
import { measureMaps } from './gallery-maps.ts';
import type { GalleryScene } from './gallery-picture.ts';
import { galleryTheory, type OverMap } from './gallery-theory.ts';
import type { VariantSet } from './gallery-sweep.ts';
import { sharedBasins } from './shared-basins.ts';
import { pointOfPlane, tilesIn } from './gallery-tiles.ts';

/** One set of variants in the gallery, from its first map to its picture. */
export interface GalleryShowing {
  /** Measures all maps by the engine that resolves their plane; what is measured already stays where it is stopped. */
  measure(engines: Engines): Promise<void>;
  readonly isMeasuring: boolean;
  stop(): void;
  /** Something else is shown from now on: nothing of this is written any more. */
  discard(): void;
  /** Places tiles and legend in the room that there is. */
  arrange(): void;
  /** Downloads all maps as one picture. */
  save(look: SheetLook): Promise<void>;
}

type Engines = Pick<ViewSet, 'engineFor'>;

interface Dependencies {
  readonly frame: GalleryFrame;
  readonly theme: ReadonlySignal<Theme>;
  readonly variantSet: VariantSet;
  onChosen(experiment: Experiment): void;
}

export function galleryShowing(dependencies: Dependencies): GalleryShowing {
  const { frame, theme, variantSet, onChosen } = dependencies;
  const { variants } = variantSet;
  // Variants share the plane of each of them.
  const plane = mapPlane(variants[0]?.experiment ?? variantSet.shared);
  const tiles = tilesIn({
    grid: frame.grid,
    variants,
    onChosen: (variant) => onChosen(variant.experiment),
    onPoint: (at) => setText(frame.reading, at ? stateText(plane, ...pointOfPlane(plane, at)) : ''),
  });
  /** The coarsest level of each map; they determine the colour scale. */
  const coarse: MapPicture[] = [];
  const theory = galleryTheory((index, over) => tiles.drawOver(index, over, theme.value));
  let scale: ColourScale | undefined;
  let job: AbortController | undefined;
  let engine: Engine | undefined;
  let discarded = false;

  const present = () => tiles.pictures.filter((picture) => picture !== undefined);
  // The last one has the longest horizon where that is what differs.
  const last = variants.at(-1)!.experiment;
  const scaleOn = (ground: Theme): ColourScale =>
    scaleFor(last, sampleOfMaps(rowLayoutOf(last), coarse.map(resultsOf)), ground);
  let basins: BasinKey | undefined;
  const drawLegend = () => scale && drawLegendOf(frame, scale, present(), theme.value, basins);
  const onMap = (index: number, picture: MapPicture) => {
    tiles.set(index, picture);
    if (coarse.length < variants.length) {
      coarse.push(picture);
      theory.add(index, variants[index]!.experiment, picture.results);
      scale = scaleOn(theme.value);
      tiles.paint(scale);
    } else tiles.paint(scale!, index);
    drawLegend();
  };

  return {
    async measure(engines) {
      const abort = new AbortController();
      const { signal } = abort;
      job = abort;
      frame.showProgress(0);
      try {
        engine = await engines.engineFor(last);
        signal.throwIfAborted();
        await measureMaps(engine, variants, { signal, progress: frame.showProgress, onMap });
        basins = await sharedBasins(scale, variants, signal);
        drawLegend();
      } catch (error) {
        if (signal.aborted) return;
        frame.showMessage(t('gallery.failed', { message: errorText(error) }));
      } finally {
        job = undefined;
        if (!discarded) {
          frame.showProgress(1);
          frame.allowSave(coarse.length === variants.length);
        }
      }
    },
    get isMeasuring() {
      return job !== undefined;
    },
    stop: () => job?.abort(),
    discard() {
      discarded = true;
      job?.abort();
      theory.destroy();
    },
    arrange() {
      const { width, height } = frame.room;
      frame.arrange(tileLayout(variants.length, width, height, variantSet.columns));
      theory.known.forEach((over, index) => tiles.drawOver(index, over, theme.value));
      drawLegend();
    },
    async save(look) {
      if (!engine) return;
      const pictures = present();
      const scene = { engine, variantSet, look, pictures, scale: scaleOn(look.background) };
      await savePicture(frame, { ...scene, over: theory.all() });
    },
  };
}

/** Downloads the maps with what lies over them; says why where that fails. */
async function savePicture(
  frame: GalleryFrame,
  { over, ...scene }: Omit<GalleryScene, 'over'> & { readonly over: Promise<readonly OverMap[]> },
): Promise<void> {
  const { variantSet, look } = scene;
  try {
    const { galleryPicture } = await import('./gallery-picture.ts');
    const blob = await galleryPicture({ ...scene, over: await over });
    download(blob, `${nameOf(variantSet.shared, variantSet)}.${look.file}`);
  } catch (error) {
    frame.showMessage(t('gallery.pictureFailed', { message: errorText(error) }));
  }
}

function resultsOf({ results }: MapPicture): Results {
  return results;
}

function drawLegendOf(
  frame: GalleryFrame,
  scale: ColourScale,
  pictures: readonly MapPicture[],
  theme: Theme,
  basins: BasinKey | undefined,
): void {
  const labelCounts = pictures
    .map(({ results }) => countLabels(scale, results, rowCount(scale.layout, results)))
    .reduce(mergeCounts);
  const isOfBasins = scale.measure.scale === 'basins';
  if (frame.isLegendSlim && !isOfBasins) {
    frame.legend.replaceChildren(slimLegend(scale, labelCounts, true));
    return;
  }
  const { height } = frame.legend.getBoundingClientRect();
  const place = { height, em: figureEm(), theme, fonts: FONTS };
  const options = { ...place, labelCounts, shared: true, translate };
  const svg = isOfBasins ? basinLegendSvg(scale, options, basins) : colourBarSvg(scale, options);
  setSvg(frame.legend, svg);
}

function nameOf(experiment: Experiment, { sweep, columns }: VariantSet): string {
  const whole = columns === undefined ? 'models' : 'rules';
  const what = sweep ? [experiment.model, sweep.parameter.name] : [whole];
  return ['ganfield', 'gallery', ...what, textOf(experiment, 'measure')].join('-');
}
