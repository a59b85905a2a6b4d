import { mapPlane } from '../../experiment/plane.ts';
import { COLUMNS, remarkOf, type Engine } from '../../experiment/engine.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import { captionOf, SEPARATOR, titleOf } from '../../figure/text/caption.ts';
import { countLabels } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { layoutSheet } from '../../figure/sheet.ts';
import { inkOf, type Theme } from '../../figure/colour/theme.ts';
import { FONTS } from '../ui/fonts.ts';
import { drawSvg } from '../share/figure-canvas.ts';
import { encodeInWorker } from '../share/png-client.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';
import { variantTitle, type VariantSet } from './gallery-sweep.ts';
import { paintInto } from '../ui/paint-map.ts';
import { parameterText } from '../../experiment/texts.ts';

/** A map's least side in the picture, in pixels. */
const MIN_SIDE = 256;

/** Most maps in a row. */
const MAX_COLUMNS = 5;

/** What the picture is made of. */
export interface GalleryScene {
  /** The experiment that the variants derive from. */
  readonly experiment: Experiment;
  readonly engine: Engine;
  readonly variantSet: VariantSet;
  readonly pictures: readonly MapPicture[];
  /** In the colours of the background. */
  readonly scale: ColourScale;
  readonly background: Theme;
}

/** All maps as one PNG that carries the experiment that the variants derive from. */
export async function galleryPicture(scene: GalleryScene): Promise<Blob> {
  const { experiment, variantSet, pictures, scale, background } = scene;
  const finest = Math.max(...pictures.map(({ grid }) => grid.width));
  const { width, height, panes, svg } = layoutSheet({
    ...textsOf(scene),
    titles: variantSet.variants.map(variantTitle),
    columns: columnsFor(pictures.length),
    // Every start gets as many pixels as every other.
    side: finest * Math.ceil(MIN_SIDE / finest),
    plane: mapPlane(experiment),
    scale,
    labelCounts: pictures.map(({ results }) =>
      countLabels(scale, results, results.length / COLUMNS),
    ),
    theme: background,
    fonts: FONTS,
    translate,
  });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = inkOf(background).background;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  pictures.forEach((picture, i) => {
    const map = new OffscreenCanvas(1, 1);
    paintInto(map, picture, scale);
    const { x, y, width: side } = panes[i]!;
    context.drawImage(map, x, y, side, side);
  });
  await drawSvg(context, svg, width, height);
  return encodeInWorker({
    width,
    height,
    rgba: context.getImageData(0, 0, width, height).data,
    text: { [PNG_KEYWORD]: JSON.stringify(toFile(withValues(experiment, { theme: background }))) },
  });
}

function textsOf({ experiment, engine, variantSet: { sweep }, scale }: GalleryScene) {
  const measure = translate(scale.title);
  const remark = sweep
    ? t('gallery.turned', { parameter: translate(parameterText(sweep.parameter, 'symbol')) })
    : t('gallery.otherModels');
  return {
    title: sweep
      ? t('gallery.overParameter', {
          model: titleOf(experiment, translate),
          parameter: translate(parameterText(sweep.parameter, 'symbol')),
          measure,
        })
      : t('gallery.everyModel', { measure }),
    caption: [captionOf(experiment, translate), remark, translate(remarkOf(engine))].join(
      SEPARATOR,
    ),
  };
}

/** Rows of the same length where that is possible: 4 x 3, else up to five in a row. */
function columnsFor(count: number): number {
  const whole = [5, 4, 3].find((columns) => count % columns === 0);
  return Math.min(count, whole ?? MAX_COLUMNS);
}
