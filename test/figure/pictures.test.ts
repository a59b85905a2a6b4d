/**
 * Figures as the command line draws them. The rasteriser and the fonts come with the packages and
 * the cpu engine is float64 without a library of the system's: not a pixel may differ.
 */
import { beforeAll, expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { emptyPicture, fill, writePicture } from '../../src/cli/formats/picture.ts';
import { FONTS, openRaster, type Picture, type Raster } from '../../src/cli/formats/raster.ts';
import { drawModels } from '../../src/cli/sheet.ts';
import type { Results } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { textOf, withModel, type Experiment } from '../../src/experiment/experiment.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { QUANTITIES } from '../../src/experiment/quantities.ts';
import { seriesOf } from '../../src/experiment/trajectory-series.ts';
import { scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { BACKGROUND, type Theme } from '../../src/figure/colour/theme.ts';
import { layoutFigure } from '../../src/figure/figure.ts';
import { spectrumSvg } from '../../src/figure/plot/spectrum.ts';
import { trajectoriesFigure } from '../../src/figure/trajectories-figure.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { decodePicture, expectPicture } from '../support/picture.ts';

let raster: Raster;
beforeAll(async () => {
  raster = await openRaster();
});

const SLICE = 'x=theta1:-2:2&y=theta2:-2:2&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4;0,0.5,0.3,1';
const experimentOf = (query: string): Experiment => fromQuery(`${query}&${SLICE}`).experiment;

function expectRgb(name: string, { width, height, rgb }: Picture): void {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) rgba.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
  expectPicture(`figure/${name}`, { width, height, rgba });
}

function drawn(svg: string, width: number, height: number, theme: Theme): Picture {
  const picture = emptyPicture(width, height);
  fill(picture, BACKGROUND[theme]);
  raster.draw(svg, picture);
  return picture;
}

async function trajectoriesOf(experiment: Experiment) {
  const trajectories = await cpuEngine.trace(experiment, experiment.starts, 400);
  return trajectories.map((trajectory, i) => ({ trajectory, colour: ['#7cc0ff', '#c4560a'][i]! }));
}

test.for([
  ['map-outcome-dark', 'model=wgan-gp&c=0&lambda=0.5&eps=0.3&time=6&measure=outcome&theme=dark'],
  ['map-outcome-light', 'model=wgan-clip&time=6&measure=outcome&theme=light'],
  ['map-distance-dark', 'model=wgan-gp&lambda=0.25&time=6&measure=distance&theme=dark'],
  ['map-lyapunov-light', 'model=ns-gan&method=altgd&time=6&measure=lyapunov&theme=light'],
])('a map with axes, colours and caption: %s', async ([name, query]) => {
  const experiment = experimentOf(query!);
  const pieces: (Uint8Array | string)[] = [];
  const job = {
    engine: cpuEngine,
    experiment,
    grid: { width: 80, height: 80 },
    measures: MEASURES.filter(({ id }) => id === textOf(experiment, 'measure')),
    write: async (piece: Uint8Array | string) => void pieces.push(piece),
    progress: () => {},
  };
  await writePicture(job, false, () => Promise.resolve(raster));
  expect(pieces.length).toBeGreaterThan(0);
  expectPicture(`figure/${name}`, decodePicture(Buffer.concat(pieces.map((p) => Buffer.from(p)))));
});

test('trajectories in the plane', async () => {
  const experiment = experimentOf('model=wgan-gp&lambda=0.3&time=20&theme=light');
  const figure = layoutFigure({
    experiment,
    scale: scaleFor(experiment, [], 'light'),
    panes: [{ kind: 'flow', curves: await trajectoriesOf(experiment) }],
    size: { pane: { width: 200, height: 200 } },
    theme: 'light',
    fonts: FONTS,
    remarks: [],
  });
  expectRgb('trajectories-light', drawn(figure.svg, figure.width, figure.height, 'light'));
});

test.for([
  ['series-dark', 'model=gan-qp&time=20&theme=dark'],
  ['series-rule-dark', 'model=gan-qp&method=altgd&step=0.5&time=20&theme=dark'],
])('trajectories with their quantities over time: %s', async ([name, query]) => {
  const experiment = experimentOf(query!);
  const curves = await trajectoriesOf(experiment);
  const plots = ['length', 'theta', 'energy'].map((id) => {
    const { parts, title, scale } = QUANTITIES.find((quantity) => quantity.id === id)!;
    return {
      times: curves[0]!.trajectory.times,
      kind: curves[0]!.trajectory.kind,
      lines: curves.flatMap(({ trajectory, colour }) =>
        parts.map((part) => ({ values: seriesOf(trajectory, part), colour, name: part.symbol })),
      ),
      scale: scale === 'logarithmic' ? scale : ('linear' as const),
      title,
      level: id === 'length' ? 0.01 : undefined,
    };
  });
  const spec = { experiment, curves, plots, fonts: FONTS, remarks: [], metadata: '' };
  const svg = trajectoriesFigure({ ...spec, theme: 'dark' });
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  expectRgb(name!, drawn(svg, Number(width), Number(height), 'dark'));
});

test.for(['eigenvalues', 'multipliers'] as const)('the spectrum: %s', (kind) => {
  const values = [
    { re: -0.3, im: 0.4 },
    { re: -0.3, im: -0.4 },
  ];
  const style = '.stable{fill:#24405c}.axis{stroke:#888}.eigenvalue{fill:#ffb454}';
  const svg = spectrumSvg(kind, values, 84, kind).replace('>', `><style>${style}</style>`);
  expectRgb(`spectrum-${kind}`, drawn(svg, 84, 84, 'dark'));
});

test('every model on one sheet', async () => {
  const experiment = experimentOf('model=ns-gan&time=5&measure=amplitude&theme=dark');
  const side = 40;
  const maps: Results[] = [];
  for (const { id } of MODELS) {
    maps.push(await mapOf(cpuEngine, withModel(experiment, id), { width: side, height: side }));
  }
  expectRgb('sheet-dark', drawModels({ experiment, engine: cpuEngine, side, maps }, raster));
});
