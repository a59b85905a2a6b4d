import { diagramTheoryOf } from '../../cpu/diagram-theory.ts';
import { linearisationOf } from '../../cpu/linearisation.ts';
import type { DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import { isParameterAxis } from '../../experiment/plane.ts';
import type { Message } from '../../models/message.ts';

export interface TheoryRequest {
  readonly experiment: Experiment;
  readonly diagram: Diagram;
  /** Of the values upwards. */
  readonly range: readonly [low: number, high: number];
}

export interface TheoryReply {
  readonly theory: DiagramTheory;
  /** Why there is neither an equilibrium nor a bifurcation, where they are wanted. */
  readonly reason: Message | undefined;
}

export function theoryReply({ experiment, diagram, range }: TheoryRequest): TheoryReply {
  const isWanted = experiment.values['theory'] === true && isParameterAxis(diagram.x);
  const found = isWanted ? linearisationOf(experiment) : undefined;
  return {
    theory: diagramTheoryOf(experiment, diagram, range),
    reason: found && 'reason' in found ? found.reason : undefined,
  };
}
