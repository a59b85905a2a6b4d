/** What the flags of a figure for print choose. */
import { readNumber } from '../experiment/schema.ts';
import {
  ALL_PARTS,
  DEFAULT_PRINT,
  PRINT_LIMITS,
  type FigureParts,
  type PrintSize,
} from '../figure/figure-choices.ts';
import { shortened, UsageError } from './errors.ts';
import type { PrintFlags } from './print-flags.ts';

/** @throws ChoiceError for a number, UsageError for a part */
export function printSizeOf(flags: PrintFlags): PrintSize {
  const read = (name: keyof PrintSize, flag: string) => {
    const text = flags[name];
    return text === undefined
      ? DEFAULT_PRINT[name]
      : readNumber(flag, text, { ...PRINT_LIMITS[name] });
  };
  return {
    width: read('width', 'width'),
    fontSize: read('fontSize', 'font-size'),
    dpi: read('dpi', 'dpi'),
  };
}

export function partsOf({ without }: PrintFlags): FigureParts {
  const names = Object.keys(ALL_PARTS);
  const left = (without ?? '').split(',').map((name) => name.trim());
  const unknown = left.find((name) => name !== '' && !names.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `unknown part: ${shortened(unknown)}, expected some of ${names.join(', ')}`,
    );
  }
  return Object.fromEntries(
    names.map((name) => [name, !left.includes(name)]),
  ) as unknown as FigureParts;
}

/** @throws UsageError where there is a flag that only figures for print have */
export function refusePrintFlags(flags: PrintFlags, format: string): void {
  const names = { width: 'width', fontSize: 'font-size', dpi: 'dpi', without: 'without' };
  for (const [name, flag] of Object.entries(names)) {
    if (flags[name as keyof PrintFlags] === undefined) continue;
    throw new UsageError(`invalid ${flag}: the format is ${format}, expected svg or pdf`);
  }
}
