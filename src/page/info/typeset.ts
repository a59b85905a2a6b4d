/** Formulas as nodes; loaded when the first one is shown. */
import { render } from 'katex';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import 'katex/dist/katex.min.css';
import { element } from '../ui/dom.ts';
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
    element('span', { class: 'legend-line' }, math(legend)),
  );
}

function minimised(player: string, loss: string | undefined): string | undefined {
  return loss === undefined ? undefined : String.raw`\min_{${player}}\ ${loss}`;
}

export function math(tex: string): HTMLElement {
  const node = element('span', { class: 'math' });
  // Nodes, not HTML: the page's policy refuses style attributes in HTML.
  render(tex, node, { throwOnError: false });
  return node;
}
