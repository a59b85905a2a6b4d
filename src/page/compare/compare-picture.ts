import { mapPlane } from '../../experiment/plane.ts';
import { toComparisonFile, type Side } from '../../experiment/comparison.ts';
import { theoryRemarks } from '../../cpu/theory-lines.ts';
import { remarkOf, type Engine } from '../../experiment/engine.ts';
import { rowCount } from '../../experiment/ensemble/rows.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { captionOf, distinguishingName, SEPARATOR } from '../../figure/text/caption.ts';
import { countLabels } from '../../figure/legend/label-counts.ts';
import { joined, scaleFor } from '../../figure/colour/colour-scale.ts';
import { layoutComparison, type ComparisonSpec } from '../../figure/comparison.ts';
import { categoriesOf } from '../../figure/categories.ts';
import { differenceRows, differenceScale, paintCategories } from '../../figure/difference.ts';
import type { ComparedMaps } from './compare-difference.ts';
import { portraitFinder } from '../shell/phase-portrait.ts';
import { theoryOverMaps } from '../panes/theory-client.ts';
import { FONTS } from '../ui/fonts.ts';
import { sheetFile, type SheetLook } from '../share/sheet-file.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { enlarged } from '../ui/paint-map.ts';

/** A map's least side in the picture, in pixels. */
const MIN_SIDE = 512;

interface Scene {
  readonly experiments: Readonly<Record<Side, Experiment>>;
  /** The one that the panel edits. */
  readonly edited: Side;
  readonly shown: ComparedMaps;
  readonly engine: Engine;
  readonly look: SheetLook;
}

/** A, B and their difference as one file that carries both experiments. */
export async function comparisonPicture(scene: Scene): Promise<Blob> {
  const { experiments, edited, shown, engine, look } = scene;
  const { background, file } = look;
  const fonts = file === 'png' ? FONTS : { ...FONTS, text: `Inter, ${FONTS.text}` };
  const { a, b, samples } = shown;
  const scale = scaleFor(experiments.a, joined(samples.a, samples.b), background);
  const categories = categoriesOf(scale);
  const count = rowCount(scale.layout, a.results);
  const rows = differenceRows(scale, a.results, b.results);
  const ofDifference = differenceScale(
    scale,
    differenceRows(scale, samples.a, samples.b),
    background,
  );
  // Every start gets as many pixels as every other.
  const side = a.grid.width * Math.ceil(MIN_SIDE / a.grid.width);
  const title = `${t('compare.title')}: ${translate(scale.title)}`;
  const theory = await theoryOverMaps([
    { experiment: experiments.a, sample: samples.a },
    { experiment: experiments.b, sample: samples.b },
  ]);
  const portraitOf = portraitFinder();
  // On a plane of parameters nothing of it has a place.
  const isSearched = !experiments.a.parameterAxes;
  const portraits = isSearched
    ? ([await portraitOf(experiments.a), await portraitOf(experiments.b)] as const)
    : undefined;
  const captionOfSide = (experiment: Experiment) =>
    [captionOf(experiment, translate), ...theoryRemarks(experiment, translate)].join(SEPARATOR);
  const spec: Omit<ComparisonSpec, 'side'> = {
    title,
    captions: [
      `A: ${captionOfSide(experiments.a)}`,
      `B: ${captionOfSide(experiments.b)}${SEPARATOR}${translate(remarkOf(engine))}`,
    ],
    names: [
      distinguishingName(experiments.a, experiments.b, translate),
      distinguishingName(experiments.b, experiments.a, translate),
      categories ? t('compare.striped') : translate(scale.title),
    ],
    plane: mapPlane(experiments.a),
    scale,
    theory: [theory[0]!, theory[1]!],
    ...(portraits && { portraits }),
    labelCounts: [countLabels(scale, a.results, count), countLabels(scale, b.results, count)],
    ...(!categories && {
      differences: { scale: ofDifference, labelCounts: countLabels(ofDifference, rows, count) },
    }),
    theme: background,
    fonts,
    translate,
  };
  const numbers = [
    { picture: a, scale },
    { picture: b, scale },
    ...(categories ? [] : [{ picture: { grid: a.grid, results: rows }, scale: ofDifference }]),
  ];
  const maps = numbers.map(({ picture, scale: own }) => enlarged(picture, own, side));
  if (categories) {
    const painted = paintCategories(scale, categories, a, b, side, background);
    const map = new OffscreenCanvas(side, side);
    map.getContext('2d')!.putImageData(new ImageData(painted, side), 0, 0);
    maps.push(map);
  }
  // A file that is opened again keeps the chosen background.
  const experiment = withValues(experiments[edited], { theme: background });
  const other = experiments[edited === 'a' ? 'b' : 'a'];
  const carried = JSON.stringify(toComparisonFile({ experiment, edited, other }));
  const layout = (width: number, fontSize?: number) =>
    layoutComparison({ ...spec, side: width, fontSize });
  return sheetFile({ layout, maps, title, carried }, look);
}
