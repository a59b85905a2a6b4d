/** Two experiments beside each other: they share slice, starts, horizon and view, nothing else. */
import { defaultExperiment, numberOf, type Experiment } from './experiment.ts';
import { RUN, VIEW } from './parameters.ts';
import { fromQuery, toQuery } from './url.ts';

const SHARED = [...RUN, ...VIEW].map(({ name }) => name);

/**
 * The other experiment as it is seen beside the present one. Where four of its own steps do not
 * fit into the present horizon, it takes as long ones as do.
 */
export function beside(other: Experiment, present: Experiment): Experiment {
  const shared = Object.fromEntries(SHARED.map((name) => [name, present.values[name]!]));
  const step = Math.min(numberOf(other, 'step'), numberOf(present, 'time') / 4);
  return {
    ...other,
    slice: present.slice,
    starts: present.starts,
    values: { ...other.values, ...shared, step },
  };
}

/** What a link has to say of the other experiment, in the form of a query. */
export function ownQuery(other: Experiment): string {
  const standard = defaultExperiment(other.model, other.method);
  return toQuery(beside(other, standard));
}

/** The other experiment from such a query; never throws: what is wrong is left out. */
export function fromOwnQuery(query: string, present: Experiment): Experiment {
  return beside(fromQuery(query).experiment, present);
}
