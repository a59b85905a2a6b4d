import { DIAGRAM, ENSEMBLE, type Measurements, type Report, type Target } from './report.ts';

/** Models for which the kernel's shape has to pay. */
const SHAPED = ['ns-gan', 'wgan', 'wgan-gp', 'gan-qp'];

/** Largest milliseconds of a frame times cores, by particles. */
const FRAMES = new Map([
  [65_536, 60],
  [1_048_576, 300],
]);

/** The targets for which `report` has numbers; they are for a software adapter. */
export function targetsOf(report: Measurements): readonly Target[] {
  if (report.adapter !== null && !report.software) {
    return [...loopTargets(report), ...gameTargets(report)];
  }
  const { rows = [], kernels = [], frames = [], growth = [], planes = [] } = report;
  const list: Target[] = [];
  for (const { model, overNaive } of kernels) {
    if (model === 'ns-gan') {
      list.push(least('map kernel over one step a dispatch, ns-gan', 4, overNaive));
    }
  }
  for (const { model, overOne } of kernels) {
    if (SHAPED.includes(model)) {
      list.push(least(`map kernel over one particle an invocation, ${model}`, 1.3, overOne));
    }
  }
  const row = rows.find(({ model, method }) => model === 'ns-gan' && method === 'rk4');
  if (row?.ratioPerCore) {
    list.push(least('gpu over cpu engine, per core, ns-gan', 3, row.ratioPerCore));
  }
  list.push(...loopTargets(report));
  for (const { particles, onCores: measured } of frames) {
    const most = FRAMES.get(particles);
    if (most === undefined) continue;
    const what = `frame of ${particles.toLocaleString('en')} particles at 1280 × 800`;
    list.push({ what, asked: `≤ ${most}`, measured, unit: 'core-ms', met: measured <= most });
  }
  for (const of of ['side', 'steps'] as const) {
    const apart = growth.filter((one) => one.of === of).map(({ relative }) => relative);
    if (apart.length < 2) continue;
    const measured = 100 * Math.max(...apart.map((relative) => Math.abs(relative - 1)));
    const what = of === 'side' ? 'map time linear in pixels' : 'map time linear in steps';
    list.push({ what, asked: '≤ 10', measured, unit: '%', met: measured <= 10 });
  }
  for (const { method, axes, cost } of planes) {
    const isSame = axes === DIAGRAM || axes === ENSEMBLE;
    const [name, most] = isSame ? [axes, 1] : [`map over ${axes}`, 1.15];
    const what = `${name}, beside a map of initial conditions, ${method}`;
    list.push({ what, asked: `≤ ${most}`, measured: cost, unit: '×', met: cost <= most });
  }
  return [...list, ...gameTargets(report)];
}

function loopTargets({ loops = [] }: Pick<Report, 'loops'>): readonly Target[] {
  return loops.map(({ model, ratio }) =>
    least(`cpu engine over a plain scalar loop, ${model}`, 1.5, ratio),
  );
}

/** Of what is asked of ns-gan. */
const TYPED = { gpu: 0.9, cpu: 0.25 } as const;

function gameTargets({ games = [] }: Pick<Report, 'games'>): readonly Target[] {
  return games
    .filter(({ model }) => model === 'ns-gan')
    .map(({ model, engine, ratio }) =>
      least(
        `${model} typed as a game over the built-in one, ${engine} engine`,
        TYPED[engine],
        ratio,
      ),
    );
}

function least(what: string, asked: number, measured: number): Target {
  return { what, asked: `≥ ${asked}`, measured, unit: '×', met: measured >= asked };
}
