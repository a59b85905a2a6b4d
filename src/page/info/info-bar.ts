import type { Experiment } from '../../experiment/experiment.ts';
import { theoryOf } from '../../experiment/theory.ts';
import { modelOf } from '../../experiment/parameters.ts';
import { setText, withWholeBars } from '../ui/dom.ts';
import { playersOf } from '../../experiment/formula.ts';
import { spectrumView } from './spectrum-view.ts';
import { t, translate } from '../messages/messages.ts';
import { modelText } from '../../experiment/texts.ts';

/** The bar below the panes: the model's formula, its theory and its spectrum. */
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
      setText(title!, translate(modelText(model, 'title')));
      setText(source!, translate(modelText(model, 'source')));
      setText(
        known!,
        withWholeBars(theoryOf(experiment).map(translate).join(t('common.betweenSentences'))),
      );
      void write(experiment);
      spectrum.show(experiment);
    },
  };
}
