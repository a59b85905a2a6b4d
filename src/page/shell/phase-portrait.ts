/** Finds what is marked on the phase plane, and draws it. */
import { equilibriumAt } from '../../cpu/equilibrium-kind.ts';
import { phasePlaneOf } from '../../cpu/phase-plane/index.ts';
import { showsEquilibria } from '../../experiment/ensemble/ensemble.ts';
import {
  equilibriaKey,
  numberedEquilibria,
  type NumberedEquilibria,
} from '../../experiment/equilibrium/numbered.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import {
  PHASE_PLANE_TOOLS,
  type PhasePlane,
  type PhasePortrait,
} from '../../experiment/theory/phase-plane.ts';
import { basinKeyOf, basinLegendSvg } from '../../figure/legend/basin-legend.ts';
import { portraitMarks } from '../../figure/overlays/phase-portrait.ts';
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
  const portrait = await portraitOf(experiment, isWanted);
  if (!portrait) return undefined;
  const { equilibria, isCurve } = portrait;
  const basins = basinKeyOf(experiment, equilibria);
  return {
    isSearched: showsEquilibria(experiment),
    equilibria,
    isCurve,
    marks: (plane, pane, options) =>
      portraitMarks(portrait, plane, pane, { ...options, translate }),
    legend: (scale, place) => basinLegendSvg(scale, place, basins),
  };
}

const NO_LINES: PhasePlane = { vectors: [], nullclines: [], separatrices: [] };

const NO_EQUILIBRIA: NumberedEquilibria = { states: [], isCurve: false };

/**
 * What a figure of the experiment marks on its phase plane, found while the page goes on.
 * @param isWanted looked at now and then: where it says no, there is no result
 * @param search where the equilibria are found
 */
async function portraitOf(
  experiment: Experiment,
  isWanted: () => boolean,
  search = numberedEquilibria,
): Promise<(PhasePortrait & { readonly isCurve: boolean }) | undefined> {
  const numbered = showsEquilibria(experiment) ? await search(experiment, isWanted) : NO_EQUILIBRIA;
  if (!numbered) return undefined;
  const { states, isCurve } = numbered;
  const isOn = PHASE_PLANE_TOOLS.some((tool) => experiment.values[tool] === true);
  return {
    equilibria: states.map((state) => equilibriumAt(experiment, state)),
    isCurve,
    phasePlane: isOn ? await inWorker({ experiment, equilibria: states }) : NO_LINES,
  };
}

/**
 * Finds phase portraits one after the other: those of a sheet's maps, or of a video's frames. What several
 * have in common is searched once.
 */
export function portraitFinder(
  isWanted: () => boolean = () => true,
): (experiment: Experiment) => Promise<PhasePortrait | undefined> {
  let latest: { readonly key: string; readonly found: NumberedEquilibria | undefined } | undefined;
  const search = async (experiment: Experiment) => {
    const key = equilibriaKey(experiment);
    if (latest?.key !== key)
      latest = { key, found: await numberedEquilibria(experiment, isWanted) };
    return latest.found;
  };
  return (experiment) => portraitOf(experiment, isWanted, search);
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
