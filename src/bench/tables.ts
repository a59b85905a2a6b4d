import type { GameRow, PlaneRow, Report } from './report.ts';

/** The columns of all tables; whoever shows them names them. */
export type Column =
  | 'model'
  | 'method'
  | 'ratio'
  | 'perCore'
  | 'gpu'
  | 'cpu'
  | 'overNaive'
  | 'overOne'
  | 'naive'
  | 'one'
  | 'map'
  | 'plain'
  | 'particles'
  | 'whole'
  | 'onCores'
  | 'move'
  | 'fade'
  | 'draw'
  | 'starts'
  | 'steps'
  | 'milliseconds'
  | 'relative'
  | 'axes'
  | 'cost'
  | 'plane'
  | 'slice'
  | 'engine'
  | 'typed'
  | 'builtIn';

export interface BenchTable {
  readonly id: 'rows' | 'kernels' | 'loops' | 'frames' | 'growth' | 'planes' | 'games';
  readonly columns: readonly Column[];
  /** Speeds in million steps a second, times in milliseconds; empty where there is no number. */
  readonly rows: readonly (readonly string[])[];
}

/** What a report says, as tables: ratios first. */
export function tablesOf(report: Report): readonly BenchTable[] {
  const {
    rows = [],
    kernels = [],
    loops = [],
    frames = [],
    growth = [],
    planes = [],
    games = [],
  } = report;
  const tables: BenchTable[] = [
    {
      id: 'rows',
      columns: ['model', 'method', 'ratio', 'perCore', 'gpu', 'cpu'],
      rows: rows.map((row) => [
        row.model,
        row.method,
        times(row.ratio),
        times(row.ratioPerCore),
        millions(row.gpu),
        millions(row.cpu),
      ]),
    },
    {
      id: 'kernels',
      columns: ['model', 'overNaive', 'overOne', 'map', 'one', 'naive'],
      rows: kernels.map((row) => [
        row.model,
        times(row.overNaive),
        times(row.overOne),
        millions(row.map),
        millions(row.one),
        millions(row.naive),
      ]),
    },
    {
      id: 'loops',
      columns: ['model', 'ratio', 'cpu', 'plain'],
      rows: loops.map((row) => [
        row.model,
        times(row.ratio),
        millions(row.cpu),
        millions(row.plain),
      ]),
    },
    {
      id: 'frames',
      columns: ['particles', 'whole', 'onCores', 'move', 'fade', 'draw'],
      rows: frames.map((row) => [
        row.particles.toLocaleString('en'),
        row.whole.toFixed(1),
        row.onCores.toFixed(1),
        row.moveAndSplat.toFixed(1),
        row.fadeAndTone.toFixed(1),
        row.mapDraw.toFixed(1),
      ]),
    },
    {
      id: 'growth',
      columns: ['starts', 'steps', 'milliseconds', 'relative'],
      rows: growth.map((row) => [
        row.starts.toLocaleString('en'),
        String(row.steps),
        row.milliseconds.toFixed(1),
        row.relative.toFixed(2),
      ]),
    },
    planesTable(planes),
    gamesTable(games),
  ];
  return tables.filter((table) => table.rows.length > 0);
}

function planesTable(planes: readonly PlaneRow[]): BenchTable {
  return {
    id: 'planes',
    columns: ['method', 'axes', 'cost', 'plane', 'slice'],
    rows: planes.map((row) => [
      row.method,
      row.axes,
      row.cost.toFixed(2),
      millions(row.plane),
      millions(row.slice),
    ]),
  };
}

function gamesTable(games: readonly GameRow[]): BenchTable {
  return {
    id: 'games',
    columns: ['model', 'engine', 'ratio', 'typed', 'builtIn'],
    rows: games.map((row) => [
      row.model,
      row.engine,
      times(row.ratio),
      millions(row.typed),
      millions(row.builtIn),
    ]),
  };
}

function times(ratio: number | null): string {
  return ratio === null ? '' : ratio.toFixed(ratio < 9.95 ? 2 : 1);
}

function millions(speed: number | null): string {
  return speed === null ? '' : (speed / 1e6).toFixed(1);
}
