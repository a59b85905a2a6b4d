import { join } from 'node:path';
import {
  remarkOf,
  TRAJECTORY_COLUMNS,
  type Engine,
  type Trajectory,
} from '../../experiment/engine.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { presetSentence } from '../../experiment/editing/preset-sentences.ts';
import { PRESETS, type Preset } from '../../experiment/presets.ts';
import { fromQuery } from '../../experiment/format/url.ts';
import { scaleFor } from '../../figure/colour/colour-scale.ts';
import { layoutFigure } from '../../figure/figure.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { BACKGROUND, type Theme } from '../../figure/colour/theme.ts';
import { wholeNumber } from '../choices.ts';
import { withEngine } from '../engines.ts';
import type { EngineFlags } from '../flags.ts';
import { makeFolder, writeWhole } from '../output.ts';
import { emptyPicture, fill, themeOf, writeWithExperiment } from '../formats/picture.ts';
import { withProgress } from '../progress.ts';
import { FONTS, openRaster, type Picture, type Raster } from '../formats/raster.ts';
import { say } from '../remarks.ts';
import { drawModels, measureModels } from '../sheet.ts';
import { englishOf } from '../../models/message.ts';

/** Sides of a square pane in pixels that give a readable figure. */
const SIDES = { least: 128, most: 4096 } as const;

/** Samples of a drawn trajectory: many a turn at every horizon of the article. */
const SAMPLES = 4001;

/** The trajectory, and its moving average where that is the point. */
const COLOURS: Readonly<Record<Theme, { readonly state: string; readonly average: string }>> = {
  dark: { state: '#7cc0ff', average: '#ffb454' },
  light: { state: '#1f6fc9', average: '#c4560a' },
};

/** The sheets of all models by their file names, and the measure that each of them shows. */
const SHEETS = { 'all-models': 'outcome', 'all-models-amplitude': 'amplitude' } as const;

/** `ganfield figures`: the article's figures, and all models on one sheet. */
export async function runFigures({
  engine: choice,
  out,
  theme,
  size,
}: EngineFlags & {
  readonly out: string;
  readonly theme: Theme;
  readonly size: string;
}): Promise<void> {
  const side = wholeNumber('size', size, SIDES.least, SIDES.most);
  await makeFolder(out);
  const save = async (name: string, experiment: Experiment, draw: () => Promise<Picture>) => {
    const path = join(out, `${name}.png`);
    await writeWhole(path, async (write) => {
      await writeWithExperiment(write, await draw(), experiment);
    });
    say(path);
  };
  await withEngine(choice, async (engine) => {
    const raster = await openRaster();
    for (const preset of PRESETS.filter(({ group }) => group === 'article')) {
      const experiment = withValues(fromQuery(preset.query).experiment, { theme });
      await save(preset.id, experiment, () => drawTrace(engine, raster, preset, experiment, side));
    }
    const sheet = await withProgress((progress) =>
      measureModels(engine, Math.round(0.4 * side), progress),
    );
    for (const [name, measure] of Object.entries(SHEETS)) {
      const experiment = withValues(sheet.experiment, { measure, theme });
      await save(name, experiment, async () => drawModels({ ...sheet, experiment }, raster));
    }
  });
}

/** One trajectory in the plane of θ. */
async function drawTrace(
  engine: Engine,
  raster: Raster,
  preset: Preset,
  experiment: Experiment,
  side: number,
): Promise<Picture> {
  const theme = themeOf(experiment);
  const [trajectory] = await engine.trace(experiment, experiment.starts, SAMPLES);
  const { state, average } = COLOURS[theme];
  const averaged = experiment.values['measure'] === 'ema';
  const figure = layoutFigure({
    experiment,
    // Nothing of a map is drawn.
    scale: scaleFor(experiment, [], theme),
    panes: [
      {
        kind: 'flow',
        note: englishOf(presetSentence(preset)),
        curves: [
          { trajectory: trajectory!, colour: state },
          ...(averaged ? [{ trajectory: averageOf(trajectory!), colour: average }] : []),
        ],
      },
    ],
    size: { pane: { width: side, height: side } },
    theme,
    fonts: FONTS,
    remarks: [
      startOf(experiment),
      ...(averaged ? ['blue θ, orange its moving average'] : []),
      englishOf(remarkOf(engine)),
    ],
  });
  const picture = emptyPicture(figure.width, figure.height);
  fill(picture, BACKGROUND[theme]);
  raster.draw(figure.svg, picture);
  return picture;
}

/** The caption states φ at the start; in the plane of θ its own start is no axis. */
function startOf({ starts }: Experiment): string {
  const [, , theta1 = 0, theta2 = 0] = starts[0] ?? [];
  return `θ(0) = (${formatNumber(theta1)}, ${formatNumber(theta2)})`;
}

/** The moving average of a trajectory as a trajectory of its own. */
function averageOf({ start, kind, times, samples }: Trajectory): Trajectory {
  const shift = TRAJECTORY_COLUMNS.indexOf('emaPhi1');
  return { start, kind, times, samples: samples.map((_, i) => samples[i + shift] ?? NaN) };
}
