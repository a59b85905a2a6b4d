import { mapPlane } from '../../experiment/plane.ts';
import { toComparisonFile, type Side } from '../../experiment/comparison.ts';
import { COLUMNS, remarkOf, type Engine } from '../../experiment/engine.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import { captionOf, distinguishingName, SEPARATOR } from '../../figure/text/caption.ts';
import { countLabels } from '../../figure/legend/label-counts.ts';
import { joined, scaleFor } from '../../figure/colour/colour-scale.ts';
import { layoutComparison } from '../../figure/comparison.ts';
import { differenceRows, differenceScale, paintLabels } from '../../figure/difference.ts';
import { inkOf, type Theme } from '../../figure/colour/theme.ts';
import type { ComparedMaps } from './compare-difference.ts';
import { FONTS } from '../ui/fonts.ts';
import { drawSvg } from '../share/figure-canvas.ts';
import { encodeInWorker } from '../share/png-client.ts';
import { t, translate } from '../messages/messages.ts';
import { paintInto } from '../ui/paint-map.ts';

/** A map's least side in the picture, in pixels. */
const MIN_SIDE = 512;

interface Scene {
  readonly experiments: Readonly<Record<Side, Experiment>>;
  /** The one that the panel edits. */
  readonly edited: Side;
  readonly shown: ComparedMaps;
  readonly engine: Engine;
  readonly background: Theme;
}

/** A, B and their difference as one PNG that carries both experiments. */
export async function comparisonPicture(scene: Scene): Promise<Blob> {
  const { experiments, edited, shown, engine, background } = scene;
  const { a, b, samples } = shown;
  const scale = scaleFor(experiments.a, joined(samples.a, samples.b), background);
  const isLabel = scale.transform === 'labels';
  const count = a.results.length / COLUMNS;
  const rows = differenceRows(scale, a.results, b.results);
  const ofDifference = differenceScale(
    scale,
    differenceRows(scale, samples.a, samples.b),
    background,
  );
  // Every start gets as many pixels as every other.
  const side = a.grid.width * Math.ceil(MIN_SIDE / a.grid.width);
  const { width, height, panes, svg } = layoutComparison({
    title: `${t('compare.title')}: ${translate(scale.title)}`,
    captions: [
      `A: ${captionOf(experiments.a, translate)}`,
      `B: ${[captionOf(experiments.b, translate), translate(remarkOf(engine))].join(SEPARATOR)}`,
    ],
    names: [
      distinguishingName(experiments.a, experiments.b, translate),
      distinguishingName(experiments.b, experiments.a, translate),
      isLabel ? t('compare.striped') : translate(scale.title),
    ],
    side,
    plane: mapPlane(experiments.a),
    scale,
    labelCounts: [countLabels(scale, a.results, count), countLabels(scale, b.results, count)],
    ...(!isLabel && {
      differences: { scale: ofDifference, labelCounts: countLabels(ofDifference, rows, count) },
    }),
    theme: background,
    fonts: FONTS,
    translate,
  });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = inkOf(background).background;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  const maps = [
    { picture: a, scale },
    { picture: b, scale },
    ...(isLabel ? [] : [{ picture: { grid: a.grid, results: rows }, scale: ofDifference }]),
  ];
  for (const [i, { picture, scale: own }] of maps.entries()) {
    const map = new OffscreenCanvas(1, 1);
    paintInto(map, picture, own);
    context.drawImage(map, panes[i]!.x, panes[i]!.y, side, side);
  }
  if (isLabel) {
    const painted = paintLabels(scale, a.results, b.results, a.grid.width, side, background);
    context.putImageData(new ImageData(painted, side), panes[2]!.x, panes[2]!.y);
  }
  await drawSvg(context, svg, width, height);
  // A file that is opened again keeps the chosen background.
  const experiment = withValues(experiments[edited], { theme: background });
  const other = experiments[edited === 'a' ? 'b' : 'a'];
  return encodeInWorker({
    width,
    height,
    rgba: context.getImageData(0, 0, width, height).data,
    text: {
      [PNG_KEYWORD]: JSON.stringify(toComparisonFile({ experiment, edited, other })),
    },
  });
}
