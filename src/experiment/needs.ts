import { MEASURES } from '../measures/index.ts';
import type { Tangents } from '../measures/lyapunov.ts';
import { mayBeChaotic } from './theory/chaos.ts';
import type { Experiment } from './experiment.ts';
import type { Ranges } from './plane.ts';

/** What has to be integrated beside the trajectories themselves. */
export interface Needs {
  readonly tangents: Tangents;
  readonly flow: boolean;
  readonly equilibria: boolean;
}

/**
 * What these measures of an experiment need.
 * @param ids by default all but those that need equilibria; unknown ones need nothing
 * @param ranges of parameters that differ from start to start: what any of these starts needs
 */
export function needsOf(
  experiment: Experiment,
  ids?: readonly string[],
  ranges: Ranges = {},
): Needs {
  const wanted = ids ? MEASURES.filter(({ id }) => ids.includes(id)) : MEASURES;
  const asks = (what: string) => wanted.some(({ needs }) => needs === what);
  const equilibria = ids !== undefined && asks('equilibria');
  // A basin follows from a label.
  const forLabels = (asks('growth') || equilibria) && mayBeChaotic(experiment, ranges) ? 2 : 0;
  return { tangents: asks('tangent map') ? 4 : forLabels, flow: asks('flow'), equilibria };
}
