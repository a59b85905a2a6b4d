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
