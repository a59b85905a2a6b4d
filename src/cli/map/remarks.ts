/** What a map's user should know of its plane. */
import { isDegenerate } from '../../experiment/editing/planes.ts';
import type { Engine } from '../../experiment/engine.ts';
import { mapEnsemble } from '../../experiment/ensemble/ensemble.ts';
import type { Plane, Slice } from '../../experiment/experiment.ts';
import type { Grid } from '../../experiment/grid.ts';
import { componentOf, isSlice, mapPlane } from '../../experiment/plane.ts';
import { float32Steps, isBelowFloat32 } from '../../experiment/viewport.ts';
import { remarkOnTolerance } from '../engines.ts';
import type { EngineChoice } from '../flags.ts';
import { say } from '../remarks.ts';
import type { MapPlan } from './plan.ts';

/** What can be said before an engine is open. @param hold the flag */
export function remarkOnPlane({ experiment }: MapPlan, hold: string | undefined): void {
  const plane = mapPlane(experiment);
  remarkOnHold(hold, plane);
  if (isSlice(plane) && !mapEnsemble(experiment)) remarkOnLines(plane);
}

/** The engine that resolves the map: where float32 does not, `auto` is the cpu engine, and says so. */
export function resolvingEngine(choice: EngineChoice, { experiment, grid }: MapPlan): EngineChoice {
  if (choice !== 'auto' || !isBelowFloat32(mapPlane(experiment), grid)) return choice;
  say('this is deeper than float32 sees: the cpu engine computes in float64');
  return 'cpu';
}

/** What depends on the engine. */
export function remarkOnEngine(engine: Engine, { experiment, grid }: MapPlan): void {
  remarkOnPrecision(engine, mapPlane(experiment), grid);
  remarkOnTolerance(engine, experiment);
}

/** Says which components are held by name and vary all the same. */
function remarkOnHold(hold: string | undefined, { x, y }: Plane): void {
  const parts = hold?.split(',') ?? [];
  for (const component of [x, y].map(componentOf)) {
    if (component && parts.some((part) => part.startsWith(component))) {
      say(`--hold ${component} is not read: ${component} is an axis; --x and --y say what varies`);
    }
  }
}

/** Says where every start has L = 0. */
function remarkOnLines(slice: Slice): void {
  if (!isDegenerate(slice)) return;
  say(
    'every start has L = 0 here, so each path stays on a line through 0, as in one dimension; --hold other values than 0 for the general case',
  );
}

/** Says where a viewport is below what float32 resolves. */
function remarkOnPrecision({ kind }: Engine, plane: Plane, grid: Grid): void {
  if (kind === 'cpu' || !isBelowFloat32(plane, grid)) return;
  const steps = float32Steps(plane, grid);
  say(
    `this is as deep as float32 sees: neighbouring pixels are ${Number(steps.toPrecision(2))} of its steps apart, so blocks and stripes are rounding, not dynamics; --engine cpu computes in float64`,
  );
}
