import type { Report, Target } from '../../bench/report.ts';
import { tablesOf, type BenchTable, type Column } from '../../bench/tables.ts';

import { table } from './table.ts';

const TITLES: Readonly<Record<BenchTable['id'], string>> = {
  rows: 'Engines: million steps per second, cpu on one core',
  kernels: 'Kernels of the map, RK4: million steps per second',
  loops: 'The cpu engine beside a plain loop, RK4, one core: million steps per second',
  frames: 'A frame of as many pixels as 1280 × 800: milliseconds',
  growth: 'Growth of a map’s time, ns-gan by RK4',
  planes:
    'Maps over parameters beside those of initial conditions, ns-gan: million steps per second',
  games: 'Models beside the same losses typed as a game, RK4: million steps per second',
};

const NAMES: Readonly<Record<Column, string>> = {
  model: 'model',
  method: 'method',
  ratio: 'ratio',
  perCore: 'per core',
  gpu: 'gpu',
  cpu: 'cpu',
  overNaive: 'over naive',
  overOne: 'over one',
  naive: 'one step a dispatch',
  one: 'one particle',
  map: 'map kernel',
  plain: 'plain loop',
  particles: 'particles',
  whole: 'frame',
  onCores: 'of all cores',
  move: 'move and splat',
  fade: 'fade and tone',
  draw: 'map draw',
  starts: 'starts',
  steps: 'steps',
  milliseconds: 'milliseconds',
  relative: 'a step, relative',
  axes: 'axes',
  cost: 'cost of a step',
  plane: 'over parameters',
  slice: 'initial conditions',
  engine: 'engine',
  typed: 'typed',
  builtIn: 'built in',
};

export function asTable(report: Report): string {
  const parts = tablesOf(report).map(({ id, columns, rows }) => {
    const lines = table([columns.map((column) => NAMES[column]), ...rows]);
    return `${TITLES[id]}\n${lines}`;
  });
  if (report.bars.length > 0) {
    const lines = report.bars.map((target) => [target.what, ...cellsOf(target)]);
    parts.push(`Bars\n${table([['what', 'asked', 'measured', 'met'], ...lines])}`);
  }
  return `${parts.join('\n\n')}\n\n${machineOf(report)}\n`;
}

export function asMarkdown(report: Report): string {
  const parts = [`${machineOf(report)} ${report.date}, best of ${report.rounds} rounds.`];
  if (report.bars.length > 0) {
    const lines = report.bars.map((target) => [target.what, ...cellsOf(target)]);
    parts.push(`### Bars\n\n${markdown([['what', 'asked', 'measured', 'met'], ...lines])}`);
  }
  for (const { id, columns, rows } of tablesOf(report)) {
    const names = columns.map((column) => NAMES[column]);
    parts.push(`### ${TITLES[id]}\n\n${markdown([names, ...rows])}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function cellsOf({ asked, measured, unit, met }: Target): string[] {
  const number = unit === '×' ? measured.toFixed(2) : measured.toFixed(1);
  return [`${asked} ${unit}`, `${number} ${unit}`, met ? 'yes' : 'no'];
}

function machineOf({ adapter, software, processor, cores }: Report): string {
  const kind = software ? ', software, on the same cores' : '';
  const gpu = adapter === null ? '' : `gpu: ${adapter}${kind}, float32; `;
  return `${gpu}cpu: ${processor}, ${cores} cores, one of them used, float64.`;
}

function markdown(rows: readonly (readonly string[])[]): string {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${rows[0]!.map(() => '---').join('|')}|`, ...body].join('\n');
}
