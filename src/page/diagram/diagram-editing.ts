import { firstDiagram, withDiagram } from '../../experiment/editing/diagram-choice.ts';
import { shownDiagram } from '../../experiment/editing/page-state.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import { ChoiceError } from '../../experiment/refusal.ts';
import { assign, checkWhole } from '../../experiment/schema.ts';
import { translate } from '../messages/messages.ts';
import type { PageAddress } from '../shell/address.ts';
import type { Notices } from '../shell/notices.ts';
import type { Store } from '../state/store.ts';

interface Dependencies {
  readonly store: Store;
  readonly address: Pick<PageAddress, 'pushHistory'>;
  readonly notices: Notices;
}

/** Opens and closes the diagram, and changes what it is of. */
export interface DiagramEditing {
  toggle(): void;
  /** Changes the experiment, or says why not. */
  change(next: (experiment: Experiment) => Experiment): void;
  changeDiagram(next: (experiment: Experiment, diagram: Diagram) => Diagram): void;
}

export function diagramEditing({ store, address, notices }: Dependencies): DiagramEditing {
  /** What was closed last, to open again. */
  let last: Diagram | undefined;
  const change: DiagramEditing['change'] = (next) => {
    try {
      store.update(checkWhole(next(store.experiment)));
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      notices.notify('choice', translate(error.refusal), true);
      // What was typed gives way to what is.
      store.update({ ...store.experiment }, { undoable: false });
    }
  };
  return {
    change,
    changeDiagram: (next) =>
      change((experiment) => {
        const { diagram } = experiment;
        return diagram ? withDiagram(experiment, next(experiment, diagram)) : experiment;
      }),
    toggle() {
      const { experiment } = store;
      const shown = shownDiagram(store.state);
      address.pushHistory();
      if (shown) {
        last = shown;
        store.update(withDiagram(experiment, undefined));
      } else store.set({ experiment: opened(experiment, last), comparison: undefined });
    },
  };
}

/** The experiment with the diagram that was closed last, or the one that is offered first. */
function opened(experiment: Experiment, last: Diagram | undefined): Experiment {
  const wanted = experiment.diagram ?? last;
  try {
    // Another model may not have its parameter.
    if (wanted) return checkWhole(assign(experiment, 'diagram', wanted));
  } catch (error) {
    if (!(error instanceof ChoiceError)) throw error;
  }
  return withDiagram(experiment, firstDiagram(experiment));
}
