import type { LaneStepper } from '../methods/method.ts';
import { ROW } from '../models/chunk-buffer.ts';
import { integratorStateOf } from './advance.ts';
import type { Lane } from './lane.ts';
import type { PairIntegrator } from './pair-integrator.ts';
import type { Simulation } from './simulation.ts';

/**
 * Two trajectories that take their steps in lockstep, and each by itself a step that one of them has to
 * do in substeps.
 */
export function inLanes(simulation: Simulation, laneStepper: LaneStepper): PairIntegrator {
  const integrator = integratorStateOf(simulation);
  const { project } = simulation.dynamics;
  const takeStep = (lane: Lane, number: number, h: number) => {
    integrator.begin(lane.buffer);
    for (let done = 0; done < 1 && lane.goes;) {
      done = integrator.advance(h, number);
      lane.record(integrator.state, integrator.diagnostics, done);
    }
    lane.flush();
  };
  return {
    begin: () => {},
    advance(one, other, { first, steps, h }) {
      for (let taken = 0; taken < steps && (one.goes || other.goes);) {
        // One that has left every bound stays where it is; the other goes beside itself.
        const [lane, beside] = one.goes ? [one, other.goes ? other : one] : [other, other];
        const together = laneStepper(lane.buffer, beside.buffer, steps - taken, h);
        for (const moved of beside === lane ? [lane] : [lane, beside]) {
          // A chunk is short enough for `keepDirection` to be due at its end.
          project(moved.buffer.subarray(together * ROW, together * ROW + 4));
          moved.see(together);
        }
        taken += together;
        if (taken === steps) return;
        taken += 1;
        takeStep(lane, first + taken - 1, h);
        if (beside !== lane) takeStep(beside, first + taken - 1, h);
      }
    },
    tangentMeasures: () => [undefined, undefined],
  };
}
