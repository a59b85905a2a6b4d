/** Figures for papers; loaded when the first one is made. */
import { phasePortraitOf } from '../../cpu/phase-plane/index.ts';
import { remarkOf } from '../../experiment/engine.ts';
import { textOf, withValues } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import type { ShownTheory } from '../../experiment/theory/theory-line.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import type { FigureParts, PrintSize } from '../../figure/figure-choices.ts';
import { layoutFigure, type FigureSpec } from '../../figure/figure.ts';
import type { LabelCounts } from '../../figure/legend/label-counts.ts';
import type { PictureContent } from '../../figure/picture-size.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import { titleOf } from '../../figure/text/caption.ts';
import {
  fileNameFor,
  pixelsOf,
  printedSvg,
  sizeInPixels,
  sizeInPoints,
  type PlacedPicture,
} from '../../figure/vector.ts';
import { translate } from '../messages/messages.ts';
import { theoryOverMaps } from '../panes/theory-client.ts';
import { FONTS } from '../ui/fonts.ts';
import { figureCaption } from './figure-caption.ts';
import { drawMap, drawPixels, drawSvg, withFonts } from './figure-canvas.ts';
import { pdfFrom } from './pdf-file.ts';
import type { PictureSource } from './picture.ts';
import type { Progress } from './share-kind.ts';
import { encodeInWorker } from './png-client.ts';

export type FigureFile = 'pdf' | 'svg' | 'png';

/** What the dialog asks. */
export interface FigureChoice {
  readonly content: PictureContent;
  readonly file: FigureFile;
  readonly print: PrintSize;
  readonly parts: FigureParts;
  /** The probes' trajectories. */
  readonly traces: boolean;
}

/** What is made for a figure: pixels for its panes, and what reports how far that is. */
interface Work {
  readonly source: PictureSource;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** @param source in the colours of white paper @throws the signal's reason when aborted */
export async function makeFigure(
  source: PictureSource,
  choice: FigureChoice,
  signal: AbortSignal,
  progress: Progress,
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const { experiment } = source;
  const work = { source, signal, progress };
  const [theory] = await theoryOverMaps([{ experiment, sample: source.sample }], signal);
  const spec = specOf(source, choice, theory!);
  const carried = JSON.stringify(toFile(withValues(experiment, { theme: 'light' })));
  const blob =
    choice.file === 'png'
      ? await pngOf(work, spec, carried)
      : await vectorsOf(work, spec, choice, carried);
  return { blob, name: nameOf(source, choice) };
}

function specOf(source: PictureSource, choice: FigureChoice, theory: ShownTheory): FigureSpec {
  const { experiment, scale, engine, trajectories, trajectoryColours, flowNote } = source;
  const { content, file, print, parts, traces } = choice;
  const kinds = content === 'both' ? (['map', 'flow'] as const) : ([content] as const);
  const isNumbered = trajectories.length > 1;
  const curves = traces
    ? trajectories.map((trajectory, i) => ({
        trajectory,
        colour: trajectoryColours[i]!,
        ...(isNumbered && { number: i + 1 }),
      }))
    : [];
  return {
    experiment,
    scale,
    panes: kinds.map((kind) =>
      kind === 'map' ? { kind, curves } : { kind, note: flowNote, curves },
    ),
    size: file === 'png' ? sizeInPixels(print) : sizeInPoints(print),
    parts,
    theme: 'light',
    fonts: { ...FONTS, text: `Inter, ${FONTS.text}` },
    translate,
    theory,
    ...phasePortraitOf(experiment),
    // The very text that the dialog has to copy.
    caption: figureCaption(experiment, {
      content,
      starts: curves.map(({ trajectory }) => trajectory.start),
      engine: parts.engine ? engine : undefined,
    }),
    engine: translate(remarkOf(engine)),
  };
}

async function vectorsOf(
  work: Work,
  spec: FigureSpec,
  { file, print }: FigureChoice,
  carried: string,
): Promise<Blob> {
  const plan = layoutFigure(spec);
  const pictures: PlacedPicture[] = [];
  let labelCounts: LabelCounts | undefined;
  for (const [i, { kind }] of spec.panes.entries()) {
    const place = plan.panes[i]!;
    const [width, height] = [place.width, place.height].map((side) => pixelsOf(side, print));
    const canvas = new OffscreenCanvas(width!, height!);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const whole = { x: 0, y: 0, width: width!, height: height! };
    labelCounts = (await drawPane(work, context, kind, whole)) ?? labelCounts;
    const rgba = context.getImageData(0, 0, width!, height!).data;
    work.progress('png');
    const png = await encodeInWorker({ width: width!, height: height!, rgba, text: {} });
    work.signal.throwIfAborted();
    pictures.push({ place, png: new Uint8Array(await png.arrayBuffer()) });
  }
  const figure = layoutFigure({ ...spec, ...(labelCounts && { labelCounts }) });
  const placed = pictures.map((picture, i) => ({ ...picture, place: figure.panes[i]! }));
  const svg = printedSvg(figure.svg, placed, carried);
  if (file === 'svg') return new Blob([withFonts(svg)], { type: 'image/svg+xml' });
  work.progress('pdf');
  return pdfFrom({ svg, title: titleOf(spec.experiment, translate), experiment: carried });
}

async function pngOf(work: Work, spec: FigureSpec, carried: string): Promise<Blob> {
  const plan = layoutFigure(spec);
  // Where a legend stands below the map, it is as high as what occurs needs.
  const canvas = new OffscreenCanvas(plan.width, plan.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  let labelCounts: LabelCounts | undefined;
  for (const [i, { kind }] of spec.panes.entries()) {
    labelCounts = (await drawPane(work, context, kind, plan.panes[i]!)) ?? labelCounts;
  }
  work.progress('png');
  const { width, height, svg } = layoutFigure({ ...spec, ...(labelCounts && { labelCounts }) });
  await drawSvg(context, svg, width, height);
  const rgba = context.getImageData(0, 0, width, height).data;
  return encodeInWorker({ width, height, rgba, text: { [PNG_KEYWORD]: carried } });
}

/** @returns what occurs in a map */
async function drawPane(
  { source, signal, progress }: Work,
  context: OffscreenCanvasRenderingContext2D,
  kind: 'map' | 'flow',
  place: Rectangle,
): Promise<LabelCounts | undefined> {
  if (kind === 'map') {
    return drawMap(context, place, source, signal, (fraction) => progress('map', fraction));
  }
  const pixels = await source.flowPixels(place.width);
  signal.throwIfAborted();
  drawPixels(context, place, pixels, place.width);
  return undefined;
}

function nameOf({ experiment }: PictureSource, { content, file, print }: FigureChoice): string {
  const measure = content === 'flow' ? [] : [textOf(experiment, 'measure')];
  const parts = ['ganfield', experiment.model, ...measure, content, `${print.width}mm`];
  return fileNameFor(parts, file);
}
