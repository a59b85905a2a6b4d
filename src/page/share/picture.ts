/** Saved pictures; loaded when the first one is made. */
import { phasePortraitOf } from '../../cpu/phase-plane/index.ts';
import { theoryRemarks } from '../../cpu/theory-lines.ts';
import type { Engine, Trajectory } from '../../experiment/engine.ts';
import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import { SHAPE_KEYWORD, type PictureShape } from '../../experiment/format/saved.ts';
import type { LabelCounts } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { layoutFigure, type FigurePane } from '../../figure/figure.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import { BACKGROUND } from '../../figure/colour/theme.ts';
import { drawMap, drawPixels, drawSvg, withoutBackground } from './figure-canvas.ts';
import { theoryOverMaps } from '../panes/theory-client.ts';
import { FONTS } from '../ui/fonts.ts';
import { figureSizeOf, type PictureChoice } from '../../figure/picture-size.ts';
import type { Progress } from './share-kind.ts';
import { encodeInWorker } from './png-client.ts';
import { translate } from '../messages/messages.ts';
import { remarkOf, type Results } from '../../experiment/engine.ts';

/** What a picture is made from. */
export interface PictureSource {
  readonly experiment: Experiment;
  readonly engine: Engine;
  /** In the colours of the picture's background. */
  readonly scale: ColourScale;
  /** Results of a coarse map, which decided the scale. */
  readonly sample: Results;
  readonly trajectories: readonly Trajectory[];
  readonly trajectoryColours: readonly string[];
  /** Beside the flow's name. */
  readonly flowNote: string;
  /** Side of a pane on the screen, in device pixels. */
  readonly panePixels: number;
  flowPixels(devicePixels: number): Promise<Uint8ClampedArray>;
}

/** The picture as a PNG that carries its experiment. @throws the signal's reason when aborted */
export async function makePicture(
  source: PictureSource,
  choice: PictureChoice,
  signal: AbortSignal,
  progress: Progress,
): Promise<Blob> {
  const { experiment, scale, engine } = source;
  const kinds = choice.content === 'both' ? (['map', 'flow'] as const) : [choice.content];
  const curves = source.trajectories.map((trajectory, i) => ({
    trajectory,
    colour: source.trajectoryColours[i]!,
  }));
  const panes: FigurePane[] = kinds.map((kind) =>
    kind === 'map' ? { kind } : { kind, note: source.flowNote, curves },
  );
  const [theory] = await theoryOverMaps([{ experiment, sample: source.sample }], signal);
  const spec = {
    experiment,
    scale,
    panes,
    size: figureSizeOf(choice.size, source.panePixels),
    theme: choice.background,
    transparent: choice.transparent,
    fonts: FONTS,
    translate,
    theory: theory!,
    ...phasePortraitOf(experiment),
    remarks: [...theoryRemarks(experiment, translate), translate(remarkOf(engine))],
  };
  const plan = layoutFigure(spec);
  const canvas = new OffscreenCanvas(plan.width, plan.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  let labelCounts: LabelCounts | undefined;
  const onMap = (fraction: number) => progress('map', fraction);
  for (const [i, kind] of kinds.entries()) {
    const pane = plan.panes[i]!;
    if (kind === 'map') labelCounts = await drawMap(context, pane, source, signal, onMap);
    else {
      const pixels = await source.flowPixels(pane.width);
      const shown = choice.transparent
        ? withoutBackground(pixels, BACKGROUND[choice.background])
        : pixels;
      drawPixels(context, pane, shown, pane.width);
    }
    signal.throwIfAborted();
  }
  const figure = layoutFigure({ ...spec, ...(labelCounts && { labelCounts }) });
  await drawSvg(context, figure.svg, figure.width, figure.height);
  const { data } = context.getImageData(0, 0, figure.width, figure.height);
  signal.throwIfAborted();
  progress('png');
  // A file that is opened again keeps the chosen background.
  const onBackground = withValues(experiment, { theme: choice.background });
  return encodeInWorker({
    width: figure.width,
    height: figure.height,
    rgba: data,
    text: {
      [PNG_KEYWORD]: JSON.stringify(toFile(onBackground)),
      // A map alone is what the command line draws, too: it says at which size.
      ...(choice.content === 'map' && { [SHAPE_KEYWORD]: JSON.stringify(shapeOf(plan.panes[0]!)) }),
    },
  });
}

/** A file name that distinguishes pictures. */
export function fileName(experiment: Experiment, { content, size }: PictureChoice): string {
  const measure = content === 'flow' ? [] : [textOf(experiment, 'measure')];
  const width = size === 'screen' ? [] : [size];
  return `${['ganfield', experiment.model, ...measure, content, ...width].join('-')}.png`;
}

function shapeOf({ width, height }: Rectangle): PictureShape {
  return { width, height, bare: false };
}
