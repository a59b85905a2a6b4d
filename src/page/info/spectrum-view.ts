import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import { criticalOf, parametersOf } from '../../experiment/parameters.ts';
import { formatRounded, spectrumTexts } from '../../figure/text/complex.ts';
import { spectrumSvg } from '../../figure/plot/spectrum.ts';
import type { Linearisation } from '../../cpu/linearisation.ts';
import { setSvg, setText, withWholeBars } from '../ui/dom.ts';
import { t, translate } from '../messages/messages.ts';

/** Side of the complex plane, in CSS pixels. */
const SIDE = 84;

/** The eigenvalues at the equilibrium, as numbers and in the complex plane. */
export interface SpectrumView {
  /** @throws Error where its code cannot be loaded */
  show(experiment: Experiment): Promise<void>;
  /** Lets the next `show` write anew. */
  reset(): void;
}

export function spectrumView(root: HTMLElement): SpectrumView {
  const plane = root.querySelector<HTMLElement>('.plane')!;
  const text = root.querySelector<HTMLElement>('.eigenvalues')!;
  let shown = '';

  const write = async (experiment: Experiment) => {
    const key = dynamicsKey(experiment);
    if (key === shown) return;
    shown = key;
    const { linearisationOf } = await import('../../cpu/linearisation.ts');
    // A later choice may have come in between.
    if (shown !== key) return;
    const found = linearisationOf(experiment);
    if ('reason' in found) {
      plane.replaceChildren();
      setText(text, withWholeBars(translate(found.reason)));
      return;
    }
    const sentence = sentenceOf(experiment, found);
    setText(text, sentence);
    setSvg(plane, spectrumSvg(found.kind, found.values, SIDE, sentence));
  };

  return {
    show: write,
    reset() {
      shown = '';
    },
  };
}

function sentenceOf(experiment: Experiment, found: Linearisation): string {
  const { kind, values, stability, criticalStep } = found;
  const what = kind === 'eigenvalues' ? t('info.eigenvalues') : t('info.multipliers');
  const sizes = [...new Set(values.map(({ re, im }) => formatRounded(Math.hypot(re, im), 6)))];
  const size = kind === 'multipliers' ? `, |ρ| = ${sizes.join(', ')}` : '';
  const parts = [
    t('info.spectrum', {
      what,
      values: spectrumTexts(values).join(', ') + size,
      stability: t(`info.${stability}`),
    }),
  ];
  const critical = criticalOf(experiment, experiment.values);
  if (critical && kind === 'eigenvalues') {
    const parameter = parametersOf(experiment).find(({ name }) => name === critical.parameter)!;
    const symbol = parameter.symbol.split(' ').at(-1)!;
    parts.push(t('info.critical', { symbol, value: formatRounded(critical.value, 4) }));
  }
  if (criticalStep !== undefined) {
    const fraction = numberOf(experiment, 'step') / criticalStep;
    const value = formatRounded(criticalStep, 4);
    parts.push(
      fraction < 1 ? t('info.belowCritical', { value }) : t('info.beyondCritical', { value }),
    );
  }
  return t('common.sentence', { text: parts.join(t('common.semicolon')) });
}
