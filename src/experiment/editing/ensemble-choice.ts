import { withoutEnsemble } from '../ensemble/ensemble.ts';
import {
  isSliceOneDimensional,
  type ComponentAxis,
  type Ensemble,
  type Experiment,
} from '../experiment.ts';
import { componentOf, mapPlane } from '../plane.ts';
import { COMPONENTS, type Component } from '../../models/state.ts';

/** Where a component of a box reaches that nothing says more about. */
const REACH = 2;

/** The experiment with so many starts behind each pixel: those of its box, or of one that suits the map. */
export function withStarts(experiment: Experiment, starts: number): Experiment {
  if (starts === 1) return withoutEnsemble(experiment);
  const box = experiment.ensemble?.box ?? suitableBox(experiment);
  return { ...experiment, ensemble: { starts, box } };
}

/** The experiment with another box of its ensemble. */
export function withBox(experiment: Experiment, box: Ensemble['box']): Experiment {
  const { ensemble } = experiment;
  return ensemble ? { ...experiment, ensemble: { ...ensemble, box } } : experiment;
}

/**
 * All components that are on no axis of the map, as far as the flow shows them; in one dimension those in
 * it, where any is left.
 */
export function suitableBox(experiment: Experiment): Ensemble['box'] {
  const { slice } = experiment;
  const plane = mapPlane(experiment);
  const free = COMPONENTS.filter((component) =>
    [plane.x, plane.y].every((axis) => componentOf(axis) !== component),
  );
  const inSubspace = free.filter((component) => component.endsWith('1'));
  const isLine = isSliceOneDimensional(plane) && inSubspace.length > 0;
  const rangeOf = (component: Component): ComponentAxis => {
    const shown = [slice.x, slice.y].find((axis) => axis.component === component);
    return shown ?? { component, min: -REACH, max: REACH };
  };
  return (isLine ? inSubspace : free).map(rangeOf);
}
