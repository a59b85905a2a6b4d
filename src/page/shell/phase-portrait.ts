/** Finds what is marked on the phase plane, and draws it. */
import { equilibriumAt } from '../../cpu/equilibrium-kind.ts';
import { phasePlaneOf } from '../../cpu/phase-plane/index.ts';
import { showsEquilibria } from '../../experiment/ensemble/ensemble.ts';
import { numberedEquilibria } from '../../experiment/equilibrium/numbered.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { PHASE_PLANE_TOOLS, type PhasePlane } from '../../experiment/theory/phase-plane.ts';
import { basinKeyOf, basinLegendSvg } from '../../figure/legend/basin-legend.ts';
import { equilibriumMarks } from '../../figure/overlays/equilibria.ts';
import { phasePlaneMarks } from '../../figure/overlays/phase-plane.ts';
import type { State } from '../../models/state.ts';
import { translate } from '../messages/messages.ts';
import type { FoundEquilibria } from './found-equilibria.ts';

export interface PhasePlaneRequest {
  readonly experiment: Experiment;
  readonly equilibria: readonly State[];
}

export { openEquilibriumButtons } from './equilibrium-buttons.ts';

/** @param isWanted looked at now and then: where it says no, there is no result */
export async function findPhasePortrait(
  experiment: Experiment,
  isWanted: () => boolean,
): Promise<FoundEquilibria | undefined> {
  const isSearched = showsEquilibria(experiment);
  const { states, isCurve } = isSearched
    ? ((await numberedEquilibria(experiment, isWanted)) ?? {})
    : { states: [], isCurve: false };
  if (!states) return undefined;
  const equilibria = states.map((state) => equilibriumAt(experiment, state));
  const basins = basinKeyOf(experiment, equilibria);
  const isOn = PHASE_PLANE_TOOLS.some((tool) => experiment.values[tool] === true);
  const phasePlane = isOn ? await inWorker({ experiment, equilibria: states }) : undefined;
  return {
    isSearched,
    equilibria,
    isCurve: isCurve === true,
    marks: (plane, pane, options) => [
      ...(phasePlane ? phasePlaneMarks(phasePlane, plane, pane, { ...options, translate }) : []),
      ...equilibriumMarks(equilibria, plane, pane, options),
    ],
    legend: (scale, place) => basinLegendSvg(scale, place, basins),
  };
}

/** Computed here where a sandbox or a policy allows no worker. */
async function inWorker(request: PhasePlaneRequest): Promise<PhasePlane> {
  const here = () => phasePlaneOf(request.experiment, request.equilibria);
  let worker: Worker;
  try {
    worker = new Worker(new URL('./phase-plane-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return here();
  }
  try {
    return await new Promise<PhasePlane>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<PhasePlane>) => resolve(data));
      worker.addEventListener('error', () => resolve(here()));
      worker.postMessage(request, []);
    });
  } finally {
    worker.terminate();
  }
}
