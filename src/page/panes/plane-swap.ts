import { admitsAxes, firstParameterAxes } from '../../experiment/editing/plane-axes.ts';
import type { ParameterAxes } from '../../experiment/experiment.ts';
import { onSlice, withParameterAxes } from '../../experiment/plane.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';

/** From a map over parameters to the plane of initial conditions, and back. */
export interface PlaneSwap {
  toggle(): void;
  destroy(): void;
}

export function openPlaneSwap(store: Store): PlaneSwap {
  const life = lifetimeOf();
  /** The parameters that the map had last. */
  let last: ParameterAxes | undefined = store.experiment.parameterAxes;
  life.onEnd(
    store.subscribe(({ state }) => {
      last = state.experiment.parameterAxes ?? last;
    }),
  );
  return {
    toggle() {
      const { experiment } = store;
      if (experiment.parameterAxes) {
        store.update(onSlice(experiment));
        return;
      }
      const axes = last && admitsAxes(experiment, last) ? last : firstParameterAxes(experiment);
      store.update(withParameterAxes(experiment, axes));
    },
    destroy: life.destroy,
  };
}
