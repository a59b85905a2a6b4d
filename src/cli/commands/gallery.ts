import { withValues } from '../../experiment/experiment.ts';
import { gamesByRules, RULES, STEPS } from '../../experiment/editing/games-by-rules.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { englishOf } from '../../models/message.ts';
import { PAPER_GAMES } from '../../game/papers.ts';
import { namedIn, wholeNumber } from '../choices.ts';
import { withEngine } from '../engines.ts';
import type { EngineFlags } from '../flags.ts';
import { writeWhole } from '../output.ts';
import { writeWithExperiment } from '../formats/picture.ts';
import { openRaster } from '../formats/raster.ts';
import { withProgress } from '../progress.ts';
import { say } from '../remarks.ts';
import { drawSheet, measureSheet } from '../sheet.ts';

/** Sides of a map in pixels: what lies between can be seen, and is computed in minutes. */
const SIDES = { least: 16, most: 512 } as const;

/** Maps narrower than this have no room for their titles: every start gets several pixels. */
const NARROWEST = 128;

/** `ganfield gallery`: every game of a paper by every rule, in one picture. */
export async function runGallery({
  engine: choice,
  out,
  theme,
  size,
  games,
}: EngineFlags & {
  readonly out: string;
  readonly theme: Theme;
  readonly size: string;
  readonly games?: string;
}): Promise<void> {
  const side = wholeNumber('size', size, SIDES.least, SIDES.most);
  const variants = gamesByRules(
    games === undefined ? undefined : namedIn(games, 'game', PAPER_GAMES),
  );
  const experiments = variants.map(({ experiment }) => withValues(experiment, { theme }));
  await withEngine(choice, async (engine) => {
    const sheet = await withProgress((progress) =>
      measureSheet(engine, experiments, side, progress),
    );
    const raster = await openRaster();
    const picture = drawSheet({ ...sheet, zoom: Math.ceil(NARROWEST / side) }, raster, {
      title: 'Games of papers by rule: outcome',
      caption: `Each start after ${STEPS} steps of 0.1, of the ridge 0.02, of the quartics 0.005`,
      titles: variants.map(({ title, row }) => [row!, ...title].map(englishOf).join(', ')),
      columns: RULES.length,
    });
    await writeWhole(out, async (write) => {
      await writeWithExperiment(write, picture, experiments[0]!);
    });
    say(out);
  });
}
