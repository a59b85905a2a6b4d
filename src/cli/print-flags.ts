import type { Command } from 'commander';
import { ALL_PARTS, DEFAULT_PRINT } from '../figure/figure-choices.ts';

/** What the command line says of a figure for print, as written. */
export interface PrintFlags {
  readonly width?: string;
  readonly fontSize?: string;
  readonly dpi?: string;
  readonly without?: string;
}

/** `--width`, `--font-size`, `--dpi`, `--without`. */
export function withPrintFlags(command: Command): Command {
  const { width, fontSize, dpi } = DEFAULT_PRINT;
  return command
    .option('--width <mm>', `of a figure as svg or pdf, by default ${width}`)
    .option('--font-size <pt>', `of its text, by default ${fontSize}`)
    .option('--dpi <count>', `of the picture inside where no --size says it, by default ${dpi}`)
    .option('--without <parts>', `of ${Object.keys(ALL_PARTS).join(',')}, parted by commas`);
}
