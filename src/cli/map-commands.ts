/** The commands that make maps, whole or in parts. */
import { Option, type Command } from 'commander';
import { DIAGRAM_OF } from '../measures/visits.ts';
import type { DiagramFlags } from './commands/diagram.ts';
import type { JoinFlags } from './commands/join.ts';
import type { MapFlags } from './commands/map.ts';
import type { SubmitFlags } from './commands/submit.ts';
import {
  example,
  withEngineFlag,
  withEnsembleFlags,
  withExperimentFlags,
  withOutputFlags,
  withPlaneFlags,
  withShardFlags,
} from './flags.ts';
import { MAP_FORMATS } from './formats/map-job.ts';
import { withPrintFlags } from './print-flags.ts';
import { SWEEP_ENGINES } from './sweep/recipes.ts';

/** What is measured, where, and how the map is drawn. */
function withMapFlags(command: Command): Command {
  const plane = withEnsembleFlags(withPlaneFlags(command))
    .option('--size <W[xH]>', 'pixels; starts are at their centres')
    .option('--measure <ids>', 'one for a picture, several parted by commas for numbers');
  return withEngineFlag(withExperimentFlags(withPictureFlags(plane)));
}

/** How a map is drawn. */
function withPictureFlags(command: Command): Command {
  return command
    .option('--no-theory', 'over parameters: the picture without lines of theory')
    .option('--bare', 'the picture without axes, colour bar and caption: exactly W x H pixels')
    .addOption(new Option('--theme <theme>', 'of the picture').choices(['dark', 'light']));
}

function withDimensionFlag(command: Command): Command {
  return command.option(
    '--dimension',
    'the box-counting dimension of the boundary between outcomes, or basins, with its error: on stderr, and in json',
  );
}

export function addMap(program: Command): void {
  const command = withMapFlags(
    program
      .command('map')
      .description(
        'Measure a grid of initial conditions, or of parameters: a picture, or its numbers.',
      ),
  );
  withShardFlags(command).addHelpText(
    'after',
    `
Formats: png (a picture that carries its experiment; with axes its pane has W x H pixels, --bare is
the pane alone), svg and pdf (a figure for a paper: vectors, its size in millimetres), npy (row 0 is the lowest y; an outcome is its code, in the order of
\`ganfield models\`, from 0), json, csv. Without --out: json on stdout. An axis is a component of the
initial state, or a number of model, modifiers or method but time, eps and seed. With --starts a
measure is share.LABEL, mean.ID, median.ID, min.ID or max.ID, and outcome the most frequent label.
${example('ganfield map --model wgan-gp --set lambda=0.25 --x theta1=-2:2 --y theta2=-2:2 --hold phi1=0.5,phi2=0.3 --size 512 --measure turns --out basins.png')}`,
  );
  const shown = withDimensionFlag(withPrintFlags(command));
  withOutputFlags(shown, MAP_FORMATS).action(async (flags: MapFlags) => {
    const { runMap } = await import('./commands/map.ts');
    await runMap(flags);
  });
}

export function addDiagram(program: Command): void {
  const command = program
    .command('diagram')
    .description(
      'Count what trajectories visit in the last part of the horizon, over a parameter or a component.',
    )
    .option('--x <target=min:max[:log]>', 'across: step=0.1:2, lambda=0.01:10:log, theta1=-2:2')
    .option(
      '--of <what>',
      `upwards: one of ${DIAGRAM_OF.join(', ')}, by default theta1; of outcome, the shares of the outcomes`,
    )
    .option('--range <low:high>', 'of the values upwards; by default about what is visited')
    .option('--last <share>', 'of the horizon that is counted, at its end; by default 0.25')
    .option('--size <W[xH]>', 'values across and bins upwards; by default 960x480')
    .option('--hold <component=value,…>', 'components of the start: phi1=0.1,phi2=0.2')
    .option('--init <state>', 'all four of them: phi1,phi2,theta1,theta2')
    .option('--no-theory', 'the picture without equilibria, circles and bifurcations')
    .addOption(new Option('--theme <theme>', 'of the picture').choices(['dark', 'light']))
    .addHelpText(
      'after',
      `
Formats: png (its pane has W x H pixels), svg and pdf (a figure for a paper), npy (counts, H x W, row 0
is the lowest; of outcome shares, a row for each label), json, csv. Without --out: json on stdout.
Equilibria and circles are solid where they are stable, dashed where they are not, dotted where they
are neutral; lengths, L and E are counted from the target.
${example('ganfield diagram --model wgan-gp --set lambda=0.5 --x c=0.1:2 --of theta-length --time 100 --out circle.png')}`,
    );
  const seeded = withEnsembleFlags(withEngineFlag(withExperimentFlags(command)));
  withOutputFlags(withPrintFlags(seeded), MAP_FORMATS).action(async (flags: DiagramFlags) => {
    const { runDiagram } = await import('./commands/diagram.ts');
    await runDiagram(flags);
  });
}

export function addJoin(program: Command): void {
  const command = withPictureFlags(
    program
      .command('join')
      .description(
        'Put the parts of a map, or of measured initial conditions, together: what one run would have written.',
      )
      .argument('<parts...>', 'files of `--shard`, or folders with them'),
  ).addHelpText('after', example('ganfield join parts --out map.png'));
  withOutputFlags(withDimensionFlag(withPrintFlags(command)), MAP_FORMATS).action(
    async (parts: readonly string[], flags: JoinFlags) => {
      const { runJoin } = await import('./commands/join.ts');
      await runJoin(parts, flags);
    },
  );
}

export function addSubmit(program: Command): void {
  const command = withMapFlags(
    program
      .command('submit')
      .description('Share a map out as jobs: print what submits them, or submit them.'),
  )
    .addOption(
      new Option('--engine-of <queue>', 'what runs the jobs')
        .choices(SWEEP_ENGINES)
        .default('slurm'),
    )
    .option('--shards <n>', 'parts, a job each', '16')
    .option(
      '--parts <folder>',
      'of the parts and the jobs’ words; by default that of --out, .parts',
    )
    .option('--processors <n>', 'of a job', '1')
    .option('--max-tasks <n>', 'that the site takes in one array of Slurm; by default 1000')
    .option('--image <name>', 'with ganfield, for Kubernetes', 'ganfield')
    .option('--claim <name>', 'of the volume that all pods share, for Kubernetes', 'ganfield')
    .option('--run', 'submit at once')
    .option(
      '--status <folder>',
      'say what is done, running and missing, and what finishes the rest',
    )
    .addHelpText(
      'after',
      `
Memory and time of a job are estimated by a short run. Parts that are there are not computed again.
${example('ganfield submit --model ns-gan --x l2=0:2 --y rateG=0.1:10:log --size 2048 --shards 64 --out map.png --run')}`,
    );
  withOutputFlags(withPrintFlags(command), MAP_FORMATS).action(async (flags: SubmitFlags) => {
    const { runSubmit } = await import('./commands/submit.ts');
    await runSubmit(flags);
  });
}
