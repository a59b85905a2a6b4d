import { withoutEnsemble } from '../../experiment/ensemble/ensemble.ts';
import type { Engine } from '../../experiment/engine.ts';
import { mapOf } from '../../experiment/pixels.ts';
import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { startsOfPixels, type Grid } from '../../experiment/grid.ts';
import { SAMPLE_CELLS, type Agreement } from '../../experiment/verification/agreement.ts';
import { checkMap } from '../../experiment/verification/check.ts';
import type { Measure } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { experimentOf, measuresOf, wholeNumber } from '../choices.ts';
import { openCpu, withEngine } from '../engines.ts';
import { Failure } from '../errors.ts';
import type { EngineFlags, ExperimentFlags, OutputFlags } from '../flags.ts';
import { formatOf, writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';
import { say } from '../remarks.ts';

export interface CheckFlags extends ExperimentFlags, EngineFlags, OutputFlags {
  readonly measure?: string;
  readonly sample: string;
}

const GRID: Grid = { width: SAMPLE_CELLS, height: SAMPLE_CELLS };

interface Checked {
  readonly measure: Measure;
  readonly agreement: Agreement;
}

/**
 * `ganfield check`: a sample of a map's starts, by the engine against float64, and of a flow against
 * an independent integration.
 * @throws Failure where numbers are wrong, after they are written
 */
export async function runCheck(flags: CheckFlags): Promise<void> {
  formatOf(flags, ['json'], 'json');
  // A check is of single starts.
  const asked = withoutEnsemble(await experimentOf(flags));
  const measures = measuresOf(flags.measure ?? textOf(asked, 'measure'));
  const experiment = withValues(asked, { measure: measures[0]!.id });
  const seed = wholeNumber('sample', flags.sample, 0, 2 ** 32 - 1);
  let checked: readonly Checked[] = [];
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, async (engine) => {
      checked = await withProgress((progress) =>
        checkAll(engine, experiment, measures, seed, progress),
      );
      await write(asJson(experiment, engine, checked));
    }),
  );
  for (const one of checked) say(sentenceOf(one));
  const wrong = checked.filter(({ agreement }) => isWrong(agreement));
  if (wrong.length === 0) return;
  throw new Failure(
    `the check failed for ${wrong.map(({ measure }) => measure.id).join(', ')}: do not trust these numbers`,
  );
}

async function checkAll(
  engine: Engine,
  experiment: Experiment,
  measures: readonly Measure[],
  seed: number,
  progress: (fraction: number) => void,
): Promise<readonly Checked[]> {
  const results = await mapOf(engine, experiment, GRID, { measures: measures.map(({ id }) => id) });
  const float64 = engine.kind === 'cpu' ? engine : await openCpu();
  try {
    const checked: Checked[] = [];
    for (const measure of measures) {
      const of = withValues(experiment, { measure: measure.id });
      const agreement = await checkMap(
        float64,
        of,
        { grid: GRID, results },
        {
          seed,
          progress: (fraction) => progress((checked.length + fraction) / measures.length),
        },
      );
      checked.push({ measure, agreement });
    }
    return checked;
  } finally {
    if (float64 !== engine) float64.destroy();
  }
}

function isWrong({ verdict }: Agreement): boolean {
  return verdict === 'failed' || verdict === 'contradicted';
}

/** `distance: 1024 of 1024 starts agree with float64; 16 of 16 with an independent integration`. */
function sentenceOf({ measure, agreement }: Checked): string {
  const { counts, count, independent } = agreement;
  const float64 = `${measure.id}: ${counts.agrees} of ${count} starts agree with float64`;
  if (!independent) return `${float64}; there is no independent integration of this measure`;
  const { agrees, contradicted, step, rounding, unjudged } = independent.counts;
  const others = [
    contradicted > 0 && `${contradicted} contradict it, so both engines have a fault in common`,
    step > 0 && `${step} are off by the error of the method's steps`,
    rounding > 0 && `${rounding} by what rounding does to the path itself`,
    unjudged > 0 && `${unjudged} cannot be judged`,
  ].filter((text) => text !== false);
  return [
    float64,
    `${agrees} of ${independent.count} with an independent integration`,
    ...others,
  ].join('; ');
}

function asJson(
  experiment: Experiment,
  { kind, adapter }: Engine,
  checked: readonly Checked[],
): string {
  const checks = checked.map(({ measure, agreement }) => {
    const { verdict, count, counts, independent } = agreement;
    return {
      measure: measure.id,
      verdict,
      count,
      ...counts,
      independent: independent && {
        count: independent.count,
        ...independent.counts,
        contradictions: independent.contradictions.map(({ pixel, shown, expected }) => ({
          ...startAt(experiment, pixel),
          shown: measure.id === 'outcome' ? OUTCOMES[shown] : finite(shown),
          expected: expected && [finite(expected.least), finite(expected.most)],
        })),
      },
    };
  });
  const fields = { experiment: toFile(experiment), engine: kind, adapter, checks };
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}

/** The start of a pixel, with its parameters where an axis is one. */
function startAt(experiment: Experiment, pixel: number) {
  const { starts, varied } = startsOfPixels(experiment, GRID, pixel, 1);
  const parameters = varied?.names.map((name, i) => [name, varied.values[i]] as const);
  return { start: [...starts], ...(parameters && { parameters: Object.fromEntries(parameters) }) };
}

/** JSON has no infinities and no NaN. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
