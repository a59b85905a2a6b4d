import { Option, type Command } from 'commander';

/** What the command line says of the experiment, as written. */
export interface ExperimentFlags {
  readonly experiment?: string;
  readonly model?: string;
  readonly set?: readonly string[];
  readonly method?: string;
  readonly step?: string;
  readonly time?: string;
  readonly x?: string;
  readonly y?: string;
  readonly hold?: string;
  readonly seed?: string;
  readonly game?: string;
  readonly lossD?: string;
  readonly lossG?: string;
  readonly minMax?: string;
  readonly field?: string;
  readonly target?: string;
  readonly theme?: string;
  /** One initial state: `trace --init`. */
  readonly init?: string;
}

/** Many starts behind each pixel. */
export interface EnsembleFlags {
  readonly starts?: string;
  readonly box?: string;
}

export type EngineChoice = 'auto' | 'gpu' | 'cpu';

export interface EngineFlags {
  readonly engine: EngineChoice;
}

export interface OutputFlags {
  readonly format?: string;
  readonly out?: string;
}

export const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
];

/** `--model`, `--set`, `--method`, `--step`, `--time`, `--experiment`. */
export function withExperimentFlags(command: Command): Command {
  return command
    .option('--model <id>', 'GAN variant, see `ganfield models`')
    .option(
      '--game <file>',
      'a game: one of a paper, as forsaken, or JSON with lossD and lossG, minMax, or field',
    )
    .option('--loss-d <expr>', 'loss of the discriminator, as in log(1+exp(u)); with --loss-g')
    .option('--loss-g <expr>', 'loss of the generator')
    .option('--min-max <expr>', 'x descends and y ascends it: x*y + k*y^2/2')
    .option('--field <c=expr,…>', 'derivatives of components: phi1=theta1,theta1=-phi1')
    .option('--target <a,b,c,d>', 'equilibrium of your game that distance and labels refer to')
    .option('--set <name=value>', 'any parameter, repeatable: lambda=0.5', collect)
    .option('--method <id>', 'flow or training rule that moves the state')
    .option('--step <h>', 'length of one step in time')
    .option('--time <T>', 'horizon')
    .option(
      '--experiment <file>',
      'start from a saved experiment: JSON, or a picture that carries one, PNG or SVG',
    );
}

export function withEngineFlag(command: Command): Command {
  return command.addOption(
    new Option('--engine <which>', 'gpu insists on an adapter, a software one if need be')
      .choices(['auto', 'gpu', 'cpu'])
      .default('auto', 'auto: gpu where there is an adapter, else cpu'),
  );
}

export function withOutputFlags(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(
      new Option('--format <format>', 'by default from the ending of --out').choices(formats),
    )
    .option('--out <file>', 'written whole or not at all; by default stdout');
}

/** Which part of the rows is wanted, where many processes share them. */
export function withShardFlags(command: Command): Command {
  return command
    .option(
      '--shard <i/n>',
      'only the i-th of n parts of the rows, from 0, into a part for `ganfield join`; auto: as Slurm or Kubernetes say',
    )
    .option('--shards <n>', 'of --shard auto')
    .option('--force', 'compute a part that is there and right again');
}

/** The axes of a map, and what its starts have beside them. */
export function withPlaneFlags(command: Command): Command {
  return command
    .option(
      '--x <target=min:max[:log]>',
      'what varies from left to right: theta1=-2:2, or a parameter',
    )
    .option('--y <target=min:max[:log]>', 'from bottom to top: theta2=-2:2, rateG=0.1:10:log')
    .option('--hold <component=value,…>', 'components on no axis: phi1=0.1,phi2=0.2')
    .option('--init <state>', 'all four of them: phi1,phi2,theta1,theta2');
}

/** Many starts behind each pixel or value. */
export function withEnsembleFlags(command: Command): Command {
  return command
    .option('--starts <N>', 'so many behind each pixel, the same at every one, drawn from --box')
    .option('--box <component=min:max,…>', 'uniformly: phi1=-2:2,theta1=-2:2')
    .option('--seed <n>', 'draws other starts, and other noise');
}

/** The end of a command's help. */
export function example(command: string): string {
  return `\nExample:\n  ${command}`;
}
