import { indexOf, withValues, type Diagram, type Experiment } from '../experiment.ts';
import { dynamicsKey } from '../keys.ts';
import { isParameterAxis } from '../plane.ts';
import { diagramEnsemble, diagramStart } from './diagram.ts';

/** Equal for experiments whose diagrams have the same counts: the present value of what is across is not read. */
export function diagramKey(experiment: Experiment, diagram: Diagram): string {
  const { x } = diagram;
  const start: number[] = [...diagramStart(experiment)];
  if (!isParameterAxis(x)) start[indexOf(x.component)] = 0;
  const others = isParameterAxis(x) ? withValues(experiment, { [x.parameter]: 0 }) : experiment;
  return JSON.stringify([
    dynamicsKey(others),
    diagram,
    start,
    diagramEnsemble(experiment, diagram) ?? '',
  ]);
}
