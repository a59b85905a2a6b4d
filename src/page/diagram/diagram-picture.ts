/** The diagram as a file; loaded when the first one is saved. */
import { remarkOf } from '../../experiment/engine.ts';
import { withValues } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import type { DiagramResults } from '../../experiment/diagram/measure-diagram.ts';
import { withDiagram } from '../../experiment/editing/diagram-choice.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { paintDensity } from '../../figure/diagram/density.ts';
import {
  DIAGRAM_MESSAGES,
  layoutDiagram,
  type DiagramSpec,
} from '../../figure/diagram/diagram-figure.ts';
import { DEFAULT_PRINT } from '../../figure/figure-choices.ts';
import { titleOf } from '../../figure/text/caption.ts';
import { printedSvg, sizeInPoints } from '../../figure/vector.ts';
import { fill } from '../../models/message.ts';
import { translate } from '../messages/messages.ts';
import { drawPixels, drawSvg, withFonts } from '../share/figure-canvas.ts';
import { pdfFrom } from '../share/pdf-file.ts';
import { encodeInWorker } from '../share/png-client.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { FONTS } from '../ui/fonts.ts';
import type { MeasuredDiagram } from './diagram-measuring.ts';
import type { TheoryReply } from './theory-reply.ts';

/** The pane of a PNG, at least: every bin is as many pixels wide as every other. */
const LEAST = { width: 960, height: 480 } as const;

/** What is seen of the diagram, as a file that carries its experiment. */
export async function diagramPicture(
  measured: MeasuredDiagram,
  known: TheoryReply,
  { background, file }: SheetLook,
): Promise<Blob> {
  const { results } = measured;
  const spec = specOf(measured, known, background);
  const carried = JSON.stringify(toFile(spec.experiment));
  const pixels = isOfOutcomes(measured) ? undefined : pixelsOf(results, background);
  if (file === 'png') return pngOf(spec, results, pixels, carried);
  const fonts = { ...FONTS, text: `Inter, ${FONTS.text}` };
  const figure = layoutDiagram({ ...spec, fonts, size: sizeInPoints(DEFAULT_PRINT) });
  const png = pixels && new Uint8Array(await (await encoded(results, pixels)).arrayBuffer());
  const svg = printedSvg(figure.svg, png ? [{ place: figure.panes[0]!, png }] : [], carried);
  if (file === 'svg') return new Blob([withFonts(svg)], { type: 'image/svg+xml' });
  return pdfFrom({ svg, title: titleOf(spec.experiment, translate), experiment: carried });
}

/** A file name without its ending. */
export function nameOfPicture({ experiment, diagram }: MeasuredDiagram): string {
  const across = 'parameter' in diagram.x ? diagram.x.parameter : diagram.x.component;
  return ['ganfield', 'diagram', experiment.model, diagram.of, across].join('-');
}

function specOf(
  { engine, experiment, diagram, range, results }: MeasuredDiagram,
  { theory, reason }: TheoryReply,
  theme: Theme,
): Omit<DiagramSpec, 'size'> & Pick<DiagramSpec, 'experiment'> {
  // A file that is opened again shows the same values upwards, on the chosen background.
  const shown = diagram.of === 'outcome' ? diagram : { ...diagram, range };
  return {
    experiment: withValues(withDiagram(experiment, shown), { theme }),
    diagram: shown,
    range,
    shares: results.shares,
    theory,
    theme,
    fonts: FONTS,
    remarks: reason ? [translate(fill(DIAGRAM_MESSAGES.none, { reason }))] : [],
    engine: translate(remarkOf(engine)),
    translate,
  };
}

function isOfOutcomes({ diagram }: MeasuredDiagram): boolean {
  return diagram.of === 'outcome';
}

/** A pixel for each bin. */
function pixelsOf({ x, rows, ...results }: DiagramResults, theme: Theme) {
  const data = new Uint8ClampedArray(4 * x.length * rows);
  paintDensity({ x, rows, ...results }, theme, {
    width: x.length,
    height: rows,
    channels: 4,
    data,
  });
  return data;
}

function encoded({ x, rows }: DiagramResults, rgba: Uint8ClampedArray<ArrayBuffer>): Promise<Blob> {
  return encodeInWorker({ width: x.length, height: rows, rgba: rgba.slice(), text: {} });
}

async function pngOf(
  spec: Omit<DiagramSpec, 'size'>,
  { x, rows }: DiagramResults,
  pixels: Uint8ClampedArray | undefined,
  carried: string,
): Promise<Blob> {
  const columns = x.length;
  const pane = {
    width: columns * Math.ceil(LEAST.width / columns),
    height: pixels ? rows * Math.ceil(LEAST.height / rows) : LEAST.height,
  };
  const { width, height, panes, svg } = layoutDiagram({ ...spec, size: { pane } });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  if (pixels) drawPixels(context, panes[0]!, pixels, columns);
  await drawSvg(context, svg, width, height);
  const rgba = context.getImageData(0, 0, width, height).data;
  return encodeInWorker({ width, height, rgba, text: { [PNG_KEYWORD]: carried } });
}
