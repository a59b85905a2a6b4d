import { Command, Option } from 'commander';
import { version } from '../../package.json';
import {
  example,
  withEngineFlag,
  withExperimentFlags,
  withOutputFlags,
  withPlaneFlags,
  withShardFlags,
  type EngineFlags,
  type ExperimentFlags,
  type OutputFlags,
} from './flags.ts';
import type { BenchFlags } from './commands/bench.ts';
import { addDiagram, addJoin, addMap, addSubmit } from './map-commands.ts';
import type { CheckFlags } from './commands/check.ts';
import type { MeasureFlags } from './commands/measure.ts';
import { TRACE_FORMATS } from './formats/map-job.ts';
import { inOneLine } from './errors.ts';
import { say } from './remarks.ts';

/** All commands with their flags; their implementations are loaded on demand. */
export function programOf(): Command {
  const program = new Command('ganfield');
  program
    .description('Maps, traces and figures of the training dynamics of GANs, without a browser.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text) => say(refusalOf(text, program.commands)) })
    .addHelpText('after', EPILOGUE);
  const parts = [
    addModels,
    addTrace,
    addMeasure,
    addMap,
    addDiagram,
    addJoin,
    addSubmit,
    addEquilibria,
    addCheck,
    addFigures,
    addGallery,
    addBench,
  ];
  for (const add of parts) add(program);
  return program;
}

const EPILOGUE = `
Data goes to stdout or --out, remarks to stderr. Exit codes: 0 good, 1 failure, 2 bad arguments.
\`ganfield <command> --help\` tells more, with an example.`;

/** "error: unknown option '--modle'\\n(Did you mean --model?)" in one line, with a remedy. */
function refusalOf(text: string, commands: readonly Command[]): string {
  const names = commands.map((command) => command.name()).join(', ');
  const line = text
    .trim()
    .replace(/^error: /, '')
    .replace(/^unknown command '[^']*'/, `$&, expected one of ${names}`)
    .replace(/\n\(Did you mean (.*)\?\)/, '; did you mean $1?');
  const isComplete = /; did you mean |Allowed choices are /.test(line);
  return inOneLine(isComplete ? line : `${line}; --help tells more`);
}

function addModels(program: Command): void {
  const command = program
    .command('models')
    .description('List models, methods, measures and modifiers with their parameters.')
    .addHelpText('after', example('ganfield models --format json'));
  command
    .addOption(
      new Option('--format <format>', 'table for people')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option('--out <file>', 'written whole or not at all; by default stdout')
    .action(async (flags: OutputFlags) => {
      const { runModels } = await import('./commands/models.ts');
      await runModels(flags);
    });
}

function addTrace(program: Command): void {
  const command = program
    .command('trace')
    .description('Follow one trajectory in time.')
    .option('--init <state>', 'four numbers phi1,phi2,theta1,theta2; by default 0.1,0.2,0.2,0.1')
    .option(
      '--samples <count>',
      'from 0 to T, both included: evenly spaced, or of a training rule at whole steps, each once; by default 201, of a figure 2001',
    )
    .addOption(new Option('--theme <theme>', 'of a figure').choices(['dark', 'light']))
    .addHelpText(
      'after',
      `
Formats: json, csv; svg and pdf are the figure that the page saves, of every start that the experiment
has. Without --out: json on stdout.
${example('ganfield trace --model wgan-gp --set c=0 --init 0.1,0.2,0.2,0.1 --time 40 --out trace.csv')}`,
    );
  withOutputFlags(withEngineFlag(withExperimentFlags(command)), TRACE_FORMATS).action(
    async (flags: ExperimentFlags & EngineFlags & OutputFlags & { samples?: string }) => {
      const { runTrace } = await import('./commands/trace.ts');
      await runTrace(flags);
    },
  );
}

function addEquilibria(program: Command): void {
  const command = program
    .command('equilibria')
    .description('Find where a game rests, and what its linearisation does there, as JSON.')
    .option(
      '--box <component=min:max,…>',
      'where to look; by default [-2, 2] with the window of the experiment and the target',
    )
    .option('--out <file>', 'written whole or not at all; by default stdout')
    .addHelpText(
      'after',
      example(
        'ganfield equilibria --min-max "x*y + k*(x^4 - y^4)" --set k=0.2 --box theta1=-2:2,phi1=-2:2',
      ),
    );
  withExperimentFlags(command).action(
    async (flags: ExperimentFlags & OutputFlags & { box?: string }) => {
      const { runEquilibria } = await import('./commands/equilibria.ts');
      await runEquilibria(flags);
    },
  );
}

function addMeasure(program: Command): void {
  const command = program
    .command('measure')
    .description('Measure given initial conditions.')
    .requiredOption(
      '--inits <file>',
      'CSV: phi1,phi2,theta1,theta2 in each line, or a header that names them; - is stdin',
    )
    .option('--measure <ids>', 'which, parted by commas; by default all');
  withShardFlags(command).addHelpText(
    'after',
    example(
      'ganfield measure --model gan-qp --inits starts.csv --measure distance,outcome --time 100',
    ),
  );
  withOutputFlags(withEngineFlag(withExperimentFlags(command)), ['json', 'csv']).action(
    async (flags: MeasureFlags) => {
      const { runMeasure } = await import('./commands/measure.ts');
      await runMeasure(flags);
    },
  );
}

function addCheck(program: Command): void {
  const command = withPlaneFlags(
    program
      .command('check')
      .description(
        'Check a sample of a map: in float64, and of a flow by an independent integration.',
      ),
  )
    .option('--measure <ids>', 'which, parted by commas; by default the experiment’s')
    .option('--sample <number>', 'another one draws other starts', '1')
    .addHelpText(
      'after',
      `
Exit code 1 where the numbers are wrong. 1,024 starts are measured again in float64; 16 of them are
integrated by a method that shares nothing with the engines, so that a fault of both shows.
${example('ganfield check --model wgan-gp --set lambda=0.25 --measure distance,rate,outcome')}`,
    );
  withOutputFlags(withEngineFlag(withExperimentFlags(command)), ['json']).action(
    async (flags: CheckFlags) => {
      const { runCheck } = await import('./commands/check.ts');
      await runCheck(flags);
    },
  );
}

function addFigures(program: Command): void {
  const command = program
    .command('figures')
    .description('Draw the seven figures of the article, and all models side by side.')
    .requiredOption('--out <folder>', 'made where it is missing')
    .addOption(new Option('--theme <theme>').choices(['dark', 'light']).default('light'))
    .option(
      '--size <pixels>',
      'side of a trajectory’s pane; the maps of the sheet have two fifths',
      '640',
    )
    .addHelpText('after', example('ganfield figures --out figures'));
  withEngineFlag(command).action(
    async (flags: EngineFlags & { out: string; theme: 'dark' | 'light'; size: string }) => {
      const { runFigures } = await import('./commands/figures.ts');
      await runFigures(flags);
    },
  );
}

function addGallery(program: Command): void {
  const command = program
    .command('gallery')
    .description(
      'Draw every game of a paper (rows) by every rule (columns): who escapes which cycle.',
    )
    .requiredOption('--out <file>', 'a PNG, written whole or not at all')
    .addOption(new Option('--theme <theme>').choices(['dark', 'light']).default('light'))
    .option('--size <starts>', 'along each side of a map', '48')
    .option('--games <names>', 'separated by commas (default: all)')
    .addHelpText('after', example('ganfield gallery --out rules.png --size 24'));
  withEngineFlag(command).action(
    async (
      flags: EngineFlags & { out: string; theme: 'dark' | 'light'; size: string; games?: string },
    ) => {
      const { runGallery } = await import('./commands/gallery.ts');
      await runGallery(flags);
    },
  );
}

function addBench(program: Command): void {
  const command = program
    .command('bench')
    .description(
      'How fast Ganfield is here: engines, kernels, frames, growth, planes and games, ratios first.',
    )
    .option(
      '--section <names>',
      'of engines,kernels,loops,frames,growth,planes,games; by default all',
    )
    .option('--model <id>', 'this one only; by default all')
    .option('--method <id>', 'this one only; by default all')
    .option('--rounds <count>', 'runs of each, of which the best counts', '3')
    .option('--quick', 'smaller sizes, shorter runs')
    .addOption(
      new Option('--format <format>').choices(['table', 'json', 'markdown']).default('table'),
    )
    .option('--out <file>', 'written whole or not at all; by default stdout')
    .addHelpText('after', example('ganfield bench --section engines,kernels --format json'));
  withEngineFlag(command).action(async (flags: BenchFlags) => {
    const { runBench } = await import('./commands/bench.ts');
    await runBench(flags);
  });
}
