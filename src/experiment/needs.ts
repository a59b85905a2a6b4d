import { MEASURES } from '../measures/index.ts';
import type { Tangents } from '../measures/lyapunov.ts';
import { mayBeChaotic } from './theory/chaos.ts';
import type { Experiment } from './experiment.ts';

/** What has to be integrated beside the trajectories themselves. */
export interface Needs {
  readonly tangents: Tangents;
  readonly flow: boolean;
}

/** What these measures of an experiment need. @param ids by default all; unknown ones need nothing */
export function needsOf(experiment: Experiment, ids?: readonly string[]): Needs {
  const wanted = ids ? MEASURES.filter(({ id }) => ids.includes(id)) : MEASURES;
  const asks = (what: string) => wanted.some(({ needs }) => needs === what);
  const forLabels = asks('growth') && mayBeChaotic(experiment) ? 2 : 0;
  return { tangents: asks('tangent map') ? 4 : forLabels, flow: asks('flow') };
}
