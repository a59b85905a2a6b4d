import { mapPlane } from '../../experiment/plane.ts';
import { remarkOf, type Engine } from '../../experiment/engine.ts';
import { rowCount } from '../../experiment/ensemble/rows.ts';
import { withValues } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { STEPS } from '../../experiment/editing/games-by-rules.ts';
import { captionOf, SEPARATOR, titleOf } from '../../figure/text/caption.ts';
import { countLabels } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { layoutSheet } from '../../figure/sheet.ts';
import { FONTS } from '../ui/fonts.ts';
import { sheetFile, type SheetLook } from '../share/sheet-file.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { wholeTitle, type VariantSet } from './gallery-sweep.ts';
import type { OverMap } from './gallery-theory.ts';
import { enlarged } from '../ui/paint-map.ts';
import { parameterText } from '../../experiment/texts.ts';

/** A map's least side in the picture, in pixels. */
const MIN_SIDE = 256;

/** Most maps in a row. */
const MAX_COLUMNS = 5;

/** What the picture is made of. */
export interface GalleryScene {
  readonly engine: Engine;
  readonly variantSet: VariantSet;
  readonly pictures: readonly MapPicture[];
  /** Over each map. */
  readonly over: readonly OverMap[];
  /** In the colours of the background. */
  readonly scale: ColourScale;
  readonly look: SheetLook;
}

/** All maps as one file that carries the experiment that the variants derive from. */
export async function galleryPicture(scene: GalleryScene): Promise<Blob> {
  const { variantSet, pictures, over, scale, look } = scene;
  const { background, file } = look;
  const finest = Math.max(...pictures.map(({ grid }) => grid.width));
  // Every start gets as many pixels as every other.
  const side = finest * Math.ceil(MIN_SIDE / finest);
  const texts = textsOf(scene);
  const titles = variantSet.variants.map(wholeTitle);
  const spec = {
    ...texts,
    // A paper refers to its maps by letters.
    titles:
      file === 'png' || variantSet.columns
        ? titles
        : titles.map((title, i) => `(${LETTERS[i] ?? i + 1}) ${title}`),
    columns: variantSet.columns ?? columnsFor(pictures.length),
    // Variants share the plane of each of them.
    plane: mapPlane(variantSet.variants[0]!.experiment),
    theory: over.map(({ theory }) => theory),
    portraits: over.map(({ portrait }) => portrait),
    scale,
    labelCounts: pictures.map(({ results }) =>
      countLabels(scale, results, rowCount(scale.layout, results)),
    ),
    theme: background,
    fonts: file === 'png' ? FONTS : { ...FONTS, text: `Inter, ${FONTS.text}` },
    translate,
  };
  const layout = (width: number, fontSize?: number) =>
    layoutSheet({ ...spec, side: width, fontSize });
  const maps = pictures.map((picture) => enlarged(picture, scale, side));
  const carried = JSON.stringify(toFile(withValues(variantSet.shared, { theme: background })));
  return sheetFile({ layout, maps, title: texts.title, carried }, look);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function textsOf({ engine, variantSet, scale }: GalleryScene) {
  const { shared: experiment, sweep, columns } = variantSet;
  const measure = translate(scale.title);
  if (columns !== undefined) {
    return {
      title: t('gallery.everyRule', { measure }),
      caption: [
        t('gallery.rulesCaption', { steps: formatNumber(STEPS) }),
        translate(remarkOf(engine)),
      ].join(SEPARATOR),
    };
  }
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
