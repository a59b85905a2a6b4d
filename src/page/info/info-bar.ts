import type { Experiment } from '../../experiment/experiment.ts';
import { theoryOf } from '../../experiment/theory.ts';
import { englishOf } from '../../models/message.ts';
import { modelOf } from '../../experiment/parameters.ts';
import { setText, withWholeBars } from '../ui/dom.ts';
import { playersOf } from '../../experiment/formula.ts';
import { spectrumView } from './spectrum-view.ts';
import { sentences, told } from '../messages/messages.ts';

/** The strip below the panes: what the model is, and what its first start does in time. */
export interface InfoBar {
  show(experiment: Experiment): void;
}

export function openInfoBar(root: HTMLElement): InfoBar {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const [title, formula, known, source] = ['h2', '.formula', '.known', '.source'].map(find);
  const spectrum = spectrumView(find('.spectrum'));
  let written = '';

  const write = async (experiment: Experiment) => {
    const players = playersOf(experiment);
    const key = JSON.stringify(players);
    if (key === written) return;
    written = key;
    const { typeset } = await import('./typeset.ts');
    // A later formula may have come in between.
    if (written === key) formula!.replaceChildren(typeset(players));
  };

  return {
    show(experiment) {
      const model = modelOf(experiment.model);
      setText(title!, told(model.title));
      setText(source!, told(model.source));
      setText(known!, withWholeBars(sentences(theoryOf(experiment).map(englishOf))));
      void write(experiment);
      spectrum.show(experiment);
    },
  };
}
