/** Formulas as nodes; loaded when the first one is shown. */
import { element } from '../ui/dom.ts';
import { math } from '../ui/math.ts';
import type { Players } from '../../experiment/formula.ts';
import { t } from '../messages/messages.ts';

export function typeset({ lossD, lossG, phi, theta, legend }: Players): HTMLElement {
  const rows = [
    [
      t('info.discriminator'),
      minimised(String.raw`\varphi`, lossD),
      String.raw`\dot\varphi=${phi}`,
    ],
    [t('info.generator'), minimised(String.raw`\theta`, lossG), String.raw`\dot\theta=${theta}`],
  ] as const;
  return element(
    'div',
    { class: 'players' },
    ...rows.flatMap(([who, loss, field]) => [
      element('span', { class: 'who' }, who),
      loss === undefined ? element('span', {}) : math(loss),
      math(field),
    ]),
    ...(legend === '' ? [] : [element('span', { class: 'legend-line' }, math(legend))]),
  );
}

function minimised(player: string, loss: string | undefined): string | undefined {
  return loss === undefined ? undefined : String.raw`\min_{${player}}\ ${loss}`;
}
