import {
  measureDiagram,
  type DiagramSize,
} from '../../../src/experiment/diagram/measure-diagram.ts';
import type { Engine } from '../../../src/experiment/engine.ts';
import { defaultExperiment } from '../../../src/experiment/experiment.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { gpuEngine } from '../../../src/gpu/engine.ts';
import { softwareContext } from './context.ts';

/** The gpu engine as it is, and with one start an invocation in dispatches of seven steps. */
export async function openEngines(): Promise<readonly [Engine, Engine]> {
  const context = await softwareContext();
  return [gpuEngine(context), gpuEngine(context, { lanes: 1, stepsPerDispatch: 7 })];
}

/** The diagram of an experiment with these choices, by each engine. */
export async function countsOf(
  engines: readonly Engine[],
  model: string,
  method: string,
  choices: Readonly<Record<string, unknown>>,
  size: DiagramSize,
) {
  const experiment = Object.entries(choices).reduce(
    (one, [key, value]) => assign(one, key, value),
    defaultExperiment(model, method),
  );
  return Promise.all(
    engines.map((engine) => measureDiagram(engine, experiment, experiment.diagram!, size)),
  );
}
