import { diagramKey } from '../../experiment/diagram/diagram-key.ts';
import { NO_THEORY, type DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import { withValues } from '../../experiment/experiment.ts';
import { theoryInWorker } from './theory-client.ts';
import type { MeasuredDiagram } from './diagram-measuring.ts';
import type { TheoryReply, TheoryRequest } from './theory-reply.ts';

/** Theory over the diagram that is measured. */
export interface TheoryOver {
  /** @param isWanted whether theory is to be seen */
  follow(measured: MeasuredDiagram, isWanted: boolean): void;
  readonly known: TheoryReply;
  destroy(): void;
}

const NOTHING_KNOWN: TheoryReply = { theory: NO_THEORY, reason: undefined };

/** @param onKnown called when something else is known */
export function theoryOver(onKnown: (theory: DiagramTheory) => void): TheoryOver {
  let key = '';
  let abort = new AbortController();
  let known = NOTHING_KNOWN;

  const set = (next: TheoryReply) => {
    known = next;
    onKnown(known.theory);
  };
  const compute = async (request: TheoryRequest) => {
    const { signal } = abort;
    // Where it cannot be computed the diagram stands without.
    const reply = await theoryInWorker(request, signal).catch(() => undefined);
    if (!signal.aborted) set(reply ?? NOTHING_KNOWN);
  };
  return {
    follow({ experiment, diagram, range }, isWanted) {
      const next = isWanted ? `${diagramKey(experiment, diagram)} ${range.join(' ')}` : '';
      if (next === key) return;
      key = next;
      abort.abort();
      abort = new AbortController();
      if (!isWanted) return set(NOTHING_KNOWN);
      void compute({ experiment: withValues(experiment, { theory: true }), diagram, range });
    },
    get known() {
      return known;
    },
    destroy: () => abort.abort(),
  };
}
