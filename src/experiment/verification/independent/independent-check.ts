/**
 * Holds an engine's numbers of single starts against an independent integration of their flow: what
 * both engines could have in common, a method, an observer, a floor or a rule of labels, it does not
 * share. Only the models' fields are the same, and of those that jump not even these.
 */
import { fromTarget } from '../../equilibrium/target.ts';
import type { Measure } from '../../../measures/index.ts';
import { OUTCOMES } from '../../../measures/outcomes.ts';
import { COLUMNS, type Engine, type Results } from '../../engine.ts';
import { numberOf, withValues, type Experiment } from '../../experiment.ts';
import { methodOf } from '../../parameters.ts';
import { scheduleFor } from '../../schedule.ts';
import { columnOf } from '../agreement.ts';
import { MAGNIFIED, roundedRuns } from '../rounded-runs.ts';
import { alongLine, regimeOf } from './dynamics.ts';
import { FOLLOWED, isContradicted } from './label-claims.ts';
import type { IndependentFinding, IndependentlyChecked } from './finding.ts';
import { measuresOf, type PathMeasures, type Range } from './path-measures.ts';
import { finer } from './finer.ts';
import { followPath, type Path } from './path.ts';

export interface IndependentJob {
  readonly signal?: AbortSignal;
  /** Called after every few milliseconds of work. */
  pause?(): Promise<void>;
  /** Called after every start, with the fraction that is done. */
  progress?(fraction: number): void;
}

/**
 * Of lengths, as a share of the state's size: six times what rk4's default step leaves of a rotation
 * of frequency 2 over T = 40, (h w)^4 w T / 120. Larger errors of steps are found by finer steps.
 */
const LENGTH = 1e-3;

/** Turns: a state off by `LENGTH` at both ends, and the phase's own drift. */
const TURNS = { absolute: 2e-3, relative: 1e-4 };

/**
 * The largest share of an error that is left by steps an eighth as long: the first power of a step
 * where a field jumps, by how steps happen to lie around the jump; its fourth elsewhere. A fault that
 * has nothing to do with steps stays as it is.
 */
const REMOVED = 0.5;

/** The measures of which an independent path has a number or a label. */
export const COVERED: readonly Measure['id'][] = [
  'distance',
  'amplitude',
  'rate',
  'settle',
  'rest',
  'turns',
  'ema',
  'outcome',
];

/** Whether an experiment's measure can be checked: flows without noise have a path of their own. */
export function isIndependentlyCheckable(experiment: Experiment, measure: Measure['id']): boolean {
  const quiet = ['noise', 'gradientNoise'].every((name) => numberOf(experiment, name) === 0);
  return methodOf(experiment.method).kind === 'flow' && quiet && COVERED.includes(measure);
}

/**
 * @param engine computes in float64; asked for finer steps where numbers are apart
 * @param measures which are checked; those that cannot be are left out of the findings
 * @param starts row-major, four numbers each
 * @param results what is checked: rows of an engine, in the order of the starts
 * @returns one finding a start and measure that can be checked
 * @throws the signal's reason when aborted
 */
export async function checkIndependently(
  engine: Engine,
  experiment: Experiment,
  measures: readonly Measure['id'][],
  starts: Float64Array,
  results: Results,
  job: IndependentJob = {},
): Promise<IndependentlyChecked[]> {
  const wanted = measures.filter((measure) => isIndependentlyCheckable(experiment, measure));
  const checked: IndependentlyChecked[] = [];
  for (let row = 0; wanted.length > 0 && 4 * row < starts.length; row++) {
    const start = starts.slice(4 * row, 4 * row + 4);
    const shown = results.slice(COLUMNS * row, COLUMNS * (row + 1));
    const found = await checkStart({ engine, experiment, measures: wanted, start, job }, shown);
    checked.push(...found.map((one) => ({ ...one, row })));
    job.signal?.throwIfAborted();
    job.progress?.((4 * (row + 1)) / starts.length);
  }
  return checked;
}

interface Task {
  readonly engine: Engine;
  readonly experiment: Experiment;
  readonly measures: readonly Measure['id'][];
  readonly start: Float64Array;
  readonly job: IndependentJob;
}

async function checkStart(
  task: Task,
  shown: Results,
): Promise<readonly Omit<IndependentlyChecked, 'row'>[]> {
  const { measures } = task;
  const { judges, isBroken } = await judgesOf(task);
  const excessOf = (id: Measure['id']) => judges.get(id)?.excessOf(shown[columnOf(id)]!);
  const apart = measures.filter((id) => (excessOf(id) ?? 0) > 0);
  const fromSteps = await movedBySteps({ ...task, measures: apart }, isBroken, (id) =>
    excessOf(id)!,
  );
  const left = apart.filter((id) => !fromSteps.has(id));
  const fromRounding = await movedByRounding({ ...task, measures: left }, shown, judges);
  return measures.map((measure) => {
    const excess = excessOf(measure);
    const finding = (): IndependentFinding => {
      if (excess === undefined) return 'unjudged';
      if (excess === 0) return 'agrees';
      if (fromSteps.has(measure)) return 'step';
      return fromRounding.has(measure) ? 'rounding' : 'contradicted';
    };
    const expected = judges.get(measure)?.expected;
    return { measure, shown: shown[columnOf(measure)]!, expected, finding: finding() };
  });
}

/** The measures whose errors finer steps remove. */
async function movedBySteps(
  task: Task,
  isBroken: boolean,
  excessOf: (id: Measure['id']) => number,
): Promise<ReadonlySet<Measure['id']>> {
  const { engine, measures, start, job } = task;
  if (measures.length === 0) return new Set();
  const { signal } = job;
  const experiment = finer(task.experiment, isBroken);
  const { judges } = await judgesOf({ ...task, experiment });
  const results = await engine.measure(experiment, start, {
    measures,
    ...(signal && { signal }),
  });
  return new Set(
    measures.filter((id) => {
      // A label that makes no claim at finer steps is no contradiction.
      const fine = judges.get(id)?.excessOf(results[columnOf(id)]!) ?? 0;
      return fine < Infinity && fine <= REMOVED * excessOf(id);
    }),
  );
}

/** The measures whose independent numbers rounding moves as far as they are off. */
async function movedByRounding(
  task: Task,
  shown: Results,
  judges: Judges,
): Promise<ReadonlySet<Measure['id']>> {
  const { measures, experiment, start } = task;
  const moved = new Set<Measure['id']>();
  if (measures.length === 0) return moved;
  for (const run of roundedRuns(experiment, { starts: start }, 1)) {
    const quiet = withValues(run.experiment, { noise: 0 });
    const { judges: others } = await judgesOf({ ...task, experiment: quiet, start: run.starts });
    for (const id of measures) {
      const [judge, other] = [judges.get(id), others.get(id)];
      if (judge && other && isMoved(shown[columnOf(id)]!, judge, other)) moved.add(id);
    }
  }
  return moved;
}

/** Whether rounding moves the independent number, or whether it contradicts, as far as it is off. */
function isMoved(shown: number, judge: Judge, moved: Judge): boolean {
  return (
    moved.excessOf(shown) === 0 ||
    judge.excessOf(shown)! <= MAGNIFIED * distanceBetween(judge.expected, moved.expected)
  );
}

interface Judge {
  readonly expected: Range | undefined;
  /** How far a number is beyond the tolerance; undefined where there is nothing to compare. */
  excessOf(shown: number): number | undefined;
}

type Judges = ReadonlyMap<Measure['id'], Judge | undefined>;

/** From one path; undefined where the integration gave up before what a measure needs. */
async function judgesOf({
  experiment,
  measures,
  start: given,
  job,
}: Task): Promise<{ readonly judges: Judges; readonly isBroken: boolean }> {
  const from = fromTarget(experiment, given);
  const line = alongLine(experiment, from);
  const start = line ?? from.slice();
  const schedule = scheduleFor(experiment);
  const { horizon } = schedule;
  const eps = numberOf(experiment, 'eps');
  const regime = regimeOf(experiment, start);
  const end = measures.includes('outcome') ? FOLLOWED * horizon : horizon;
  const path = await followPath(regime, start, end, async () => {
    await job.pause?.();
    job.signal?.throwIfAborted();
  });
  const emaBeta = numberOf(experiment, 'emaBeta');
  const known = path.end < horizon ? undefined : measuresOf(path, { schedule, eps, emaBeta });
  const judge = (id: Measure['id']): Judge | undefined => {
    const needed = id === 'outcome' ? end : horizon;
    if (path.ending === 'given up' && path.end < needed) return undefined;
    if (id === 'outcome') return judgeOfLabel(path, horizon, eps);
    // Angles through 0 are not those of the line that the start was turned onto.
    if (id === 'turns' && line) return undefined;
    return known ? judgeOfNumber(id, known, horizon) : judgeOfLost(path);
  };
  return { judges: new Map(measures.map((id) => [id, judge(id)])), isBroken: path.isBroken };
}

function judgeOfLabel(path: Path, horizon: number, eps: number): Judge {
  return {
    expected: undefined,
    excessOf: (shown) => {
      const label = OUTCOMES[shown];
      if (label === undefined || label === 'undecided') return undefined;
      return isContradicted(label, path, horizon, eps) ? Infinity : 0;
    },
  };
}

/** A path that left every bound has no finite number. */
function judgeOfLost({ end }: Path): Judge {
  return {
    expected: { least: Infinity, most: Infinity },
    excessOf: (shown) => (Number.isFinite(shown) ? end : 0),
  };
}

function judgeOfNumber(
  measure: Measure['id'],
  measures: PathMeasures,
  horizon: number,
): Judge | undefined {
  const expected = measures[measure as Exclude<keyof PathMeasures, 'size' | 'emaSize'>];
  if (!expected) return undefined;
  const tolerance = toleranceOf(measure, expected, measures, horizon);
  return {
    expected,
    excessOf: (shown) => {
      if (Number.isNaN(shown)) return undefined;
      if (shown >= expected.least - tolerance && shown <= expected.most + tolerance) return 0;
      return shown < expected.least ? expected.least - shown : shown - expected.most;
    },
  };
}

function toleranceOf(
  measure: Measure['id'],
  expected: Range,
  { size, emaSize, amplitude }: PathMeasures,
  horizon: number,
): number {
  switch (measure) {
    case 'rate':
      // Of the logarithm of two amplitudes.
      return (2 * LENGTH * Math.max(1, size / amplitude.least)) / (horizon / 4);
    case 'turns':
      return TURNS.absolute + TURNS.relative * Math.abs(expected.most);
    case 'settle':
    case 'rest':
      return 0;
    case 'ema':
      return LENGTH * emaSize;
    case 'distance':
    case 'amplitude':
      return LENGTH * size;
    case 'lyapunov':
    case 'difference':
    case 'outcome':
    case 'evidence':
    case 'basin':
      throw new RangeError(`invalid measure: ${measure}, expected one with a number of the path`);
  }
}

function distanceBetween(a: Range | undefined, b: Range | undefined): number {
  if (!a || !b) return 0;
  return Math.max(difference(a.least, b.least), difference(a.most, b.most));
}

function difference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b);
}
