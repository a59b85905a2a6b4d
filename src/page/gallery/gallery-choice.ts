import type { Experiment } from '../../experiment/experiment.ts';
import { ChoiceError } from '../../experiment/refusal.ts';
import type { Message } from '../../models/message.ts';
import { readRange, sweptParameters, type SweepRange } from '../../experiment/sweep.ts';
import { parameterText } from '../../experiment/texts.ts';
import { titleOf } from '../../figure/text/caption.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { element } from '../ui/dom.ts';
import { ALL_MODELS, GAMES_BY_RULES, sweepParam, type VariantSet } from './gallery-sweep.ts';

/** Which maps the gallery shows: a list, and the ends of a parameter's range. */
export interface GalleryChoice {
  readonly nodes: readonly HTMLElement[];
  show(experiment: Experiment, variantSet: VariantSet): void;
}

/**
 * @param onSelect takes the choice in the form of the address
 * @param onRefused takes the reason why what was typed is no range
 */
export function galleryChoice(
  onSelect: (text: string) => void,
  onRefused: (refusal: Message) => void,
): GalleryChoice {
  const select = element('select', { 'aria-label': t('gallery.family') });
  const [from, to] = (['from', 'to'] as const).map((end) =>
    element('input', {
      type: 'text',
      inputmode: 'decimal',
      size: '6',
      'aria-label': t(`gallery.${end}`),
    }),
  ) as [HTMLInputElement, HTMLInputElement];
  const parts = [t('gallery.from'), ' ', from, ' ', t('gallery.to'), ' ', to];
  const ends = element('span', { class: 'ends' }, ...parts);
  let shown: { readonly experiment: Experiment; readonly variantSet: VariantSet } | undefined;
  const showRange = (range: SweepRange | undefined) => {
    from.value = String(range?.from ?? '');
    to.value = String(range?.to ?? '');
  };
  const sweep = () => {
    if (!shown?.variantSet.sweep) return;
    const { parameter, range } = shown.variantSet.sweep;
    try {
      const typed = { from: from.value, to: to.value };
      onSelect(sweepParam(parameter, readRange(shown.experiment, parameter, typed)));
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      onRefused(error.refusal);
      showRange(range);
    }
  };
  select.addEventListener('change', () => onSelect(select.value));
  from.addEventListener('change', sweep);
  to.addEventListener('change', sweep);
  return {
    nodes: [element('label', { class: 'choice' }, select), ends],
    show(experiment, next) {
      shown = { experiment, variantSet: next };
      const parameters = sweptParameters(experiment);
      select.replaceChildren(
        element('option', { value: ALL_MODELS }, t('gallery.models')),
        element('option', { value: GAMES_BY_RULES }, t('gallery.rules')),
        ...parameters.map((parameter) =>
          element(
            'option',
            { value: parameter.name },
            t('gallery.over', {
              model: titleOf(experiment, translate),
              parameter: translate(parameterText(parameter, 'symbol')),
            }),
          ),
        ),
      );
      const whole = next.columns === undefined ? ALL_MODELS : GAMES_BY_RULES;
      select.value = next.sweep?.parameter.name ?? whole;
      ends.hidden = next.sweep === undefined;
      showRange(next.sweep?.range);
    },
  };
}
