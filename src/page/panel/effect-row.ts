import type { Experiment } from '../../experiment/experiment.ts';
import type { StrengthName } from '../../experiment/theory/parameter-effect.ts';
import { translate } from '../messages/messages.ts';
import { element } from '../ui/dom.ts';
import type { Row } from './panel-rows.ts';
import { shownBy } from './shown.ts';

/** What a slider does, in a line below it that is loaded after the page. */
export function effectRow(name: StrengthName | 'l2'): Row {
  return {
    key: `effect of ${name}`,
    add: (folder) => {
      const id = `effect-${name}`;
      const node = element('p', { class: 'effect', id });
      const slider = folder.$children.lastElementChild?.querySelector('input[type=range]');
      slider?.setAttribute('aria-describedby', id);
      folder.$children.append(node);
      const shown = shownBy((text: string) => (node.textContent = text));
      let latest: Experiment | undefined;
      return {
        show(experiment) {
          latest = experiment;
          // Where its code does not load the slider stands without a line.
          void import('../../experiment/theory/parameter-effect.ts').then(
            ({ effectOf }) => {
              if (latest === experiment) shown.show(translate(effectOf(experiment, name)));
            },
            () => {},
          );
        },
        destroy() {
          latest = undefined;
          node.remove();
        },
      };
    },
  };
}

export function hasEffect(name: string): name is StrengthName | 'l2' {
  return name === 'lambda' || name === 'k' || name === 'l2';
}
