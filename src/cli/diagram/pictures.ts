/** A diagram as a picture: PNG, or SVG and PDF for print. */
import { linearisationOf } from '../../cpu/linearisation.ts';
import type { DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import type { DiagramResults } from '../../experiment/diagram/measure-diagram.ts';
import { remarkOf, type Engine } from '../../experiment/engine.ts';
import { withValues, type Diagram, type Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { paintDensity } from '../../figure/diagram/density.ts';
import {
  DIAGRAM_MESSAGES,
  layoutDiagram,
  type DiagramSpec,
} from '../../figure/diagram/diagram-figure.ts';
import { titleOf } from '../../figure/text/caption.ts';
import { pixelsOf, printedSvg, sizeInPoints } from '../../figure/vector.ts';
import { englishOf, fill } from '../../models/message.ts';
import { emptyPicture, imageOf, themeOf, writeWithExperiment } from '../formats/picture.ts';
import { writePng } from '../formats/png.ts';
import { writeVectors, type PrintChoice } from '../formats/print.ts';
import { printTheme } from '../../library/map-figure.ts';
import { FONTS, openRaster } from '../formats/raster.ts';
import type { Write } from '../output.ts';

/** What a picture is drawn of. */
export interface DiagramJob {
  readonly write: Write;
  readonly engine: Engine;
  readonly experiment: Experiment;
  readonly diagram: Diagram;
  readonly range: readonly [low: number, high: number];
  readonly theory: DiagramTheory;
  readonly measure: (columns: number, rows: number) => Promise<DiagramResults>;
}

/** A PNG whose pane has W x H pixels, a bin each. */
export async function writeDiagramPicture(
  job: DiagramJob,
  columns: number,
  rows: number,
): Promise<void> {
  const { diagram, write } = job;
  const theme = themeOf(job.experiment);
  const experiment = withValues(job.experiment, { theme });
  const results = await job.measure(columns, rows);
  const size = { pane: { width: columns, height: rows } };
  const figure = layoutDiagram({ ...specOf(job, experiment, theme), size, shares: results.shares });
  const picture = emptyPicture(figure.width, figure.height);
  const [pane] = figure.panes;
  if (diagram.of !== 'outcome' && pane) {
    paintDensity(results, theme, imageOf(picture), { x: pane.x, y: pane.y + rows - 1 });
  }
  (await openRaster()).draw(figure.svg, picture);
  await writeWithExperiment(write, picture, experiment);
}

/** @param asked bins; by default as many as the pane's size and `dpi` give */
export async function writeDiagramPrint(
  job: DiagramJob,
  { format, size, parts }: PrintChoice,
  asked: { readonly columns: number; readonly rows: number } | undefined,
): Promise<void> {
  const theme = printTheme(job.experiment);
  const experiment = withValues(job.experiment, { theme });
  const spec = { ...specOf(job, experiment, theme), size: sizeInPoints(size), parts };
  const [place] = layoutDiagram({ ...spec, shares: [] }).panes;
  const columns = asked?.columns ?? pixelsOf(place!.width, size);
  const rows = asked?.rows ?? pixelsOf(place!.height, size);
  const results = await job.measure(columns, rows);
  const figure = layoutDiagram({ ...spec, shares: results.shares });
  const pieces: Uint8Array[] = [];
  if (job.diagram.of !== 'outcome') {
    const picture = emptyPicture(columns, rows);
    paintDensity(results, theme, imageOf(picture));
    const keep = (piece: string | Uint8Array) =>
      Promise.resolve(void pieces.push(piece as Uint8Array));
    await writePng(keep, picture, {});
  }
  const pictures =
    pieces.length > 0 ? [{ place: figure.panes[0]!, png: Buffer.concat(pieces) }] : [];
  const carried = JSON.stringify(toFile(experiment));
  const svg = printedSvg(figure.svg, pictures, carried);
  await writeVectors(job.write, format, { svg, title: titleOf(experiment), experiment: carried });
}

function specOf(
  { engine, diagram, range, theory }: DiagramJob,
  experiment: Experiment,
  theme: Theme,
): Omit<DiagramSpec, 'size' | 'shares'> {
  return {
    experiment,
    diagram,
    range,
    theory,
    theme,
    fonts: FONTS,
    remarks: remarksOn(experiment, diagram),
    engine: englishOf(remarkOf(engine)),
  };
}

/** Why there is no equilibrium with its bifurcations, where these are wanted and there is no Jacobian. */
function remarksOn(experiment: Experiment, { x }: Diagram): readonly string[] {
  if (!('parameter' in x) || experiment.values['theory'] !== true) return [];
  const found = linearisationOf(experiment);
  return 'reason' in found
    ? [englishOf(fill(DIAGRAM_MESSAGES.none, { reason: found.reason }))]
    : [];
}
