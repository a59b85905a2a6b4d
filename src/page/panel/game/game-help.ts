/** What can be written in an expression, folded away. */
import { isFunction, KNOWN_NAMES } from '../../../game/expression/names.ts';
import { t } from '../../messages/later.ts';
import { element } from '../../ui/dom.ts';

export function gameHelp(): HTMLElement {
  const functions = KNOWN_NAMES.filter(isFunction).filter((name) => name !== 'if');
  const entries = [
    ['phi1 phi2 theta1 theta2', t('editor.help.state')],
    ['u p q', t('editor.help.products')],
    ['x y', t('editor.help.players')],
    ['+ - * / ^  pi e', t('editor.help.operators')],
    [functions.join(' '), t('editor.help.functions')],
    ['if(u < 0, a, b)', t('editor.help.if')],
    ['k, lambda, …', t('editor.help.parameters')],
  ] as const;
  return element(
    'details',
    {},
    element('summary', {}, t('editor.help')),
    element(
      'dl',
      {},
      ...entries.flatMap(([code, meaning]) => [
        element('dt', {}, element('code', {}, code)),
        element('dd', {}, meaning),
      ]),
    ),
  );
}
