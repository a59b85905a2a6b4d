/** The line that says whether field and Jacobian of a game are what differences make of it. */
import type { CompiledGame } from '../../../game/compiled-game.ts';
import { testify, type Contradiction, type Testimony } from '../../../game/witness.ts';
import type { Message } from '../../../models/message.ts';
import type { Values } from '../../../models/parameter.ts';
import { formatNumber } from '../../../figure/text/number.ts';
import { t } from '../../messages/later.ts';
import { translate } from '../../messages/messages.ts';
import { element, setText } from '../../ui/dom.ts';

export interface WitnessLine {
  readonly root: HTMLElement;
  /** Compares, and says what came of it. */
  show(game: CompiledGame, values: Values): void;
  /** Of what was just typed. @param isWrong whether it is no game, so that the last good one runs on */
  wait(isWrong: boolean): void;
  /** Says why a game is none, where no text of it is to blame alone. */
  fail(reason: Message): void;
}

export function witnessLine(): WitnessLine {
  const root = element('p', { class: 'witness', role: 'status' });
  const say = (kind: 'good' | 'bad' | 'wrong' | 'waiting', text: string) => {
    root.dataset['kind'] = kind;
    setText(root, text);
  };
  return {
    root,
    show(game, values) {
      const testimony = testify(game, values);
      const { states, asked, contradiction } = testimony;
      if (contradiction) say('bad', contradictionText(contradiction));
      else if (states === 0) say('bad', t('editor.nowhereFinite', { asked }));
      else say('good', agreementText(testimony));
    },
    wait(isWrong) {
      if (isWrong) say('wrong', t('editor.lastGood'));
      // What was said of the last game stays in sight for that moment, and nothing moves.
      else say('waiting', root.dataset['kind'] === 'wrong' ? '' : root.textContent);
    },
    fail: (reason) => say('bad', translate(reason)),
  };
}

function agreementText({ states, asked, hasLosses, largest }: Testimony): string {
  const values = { states, difference: formatNumber(Number(largest.toExponential(0))) };
  const text = hasLosses ? t('editor.agrees', values) : t('editor.jacobianAgrees', values);
  return states === asked ? text : `${text} ${t('editor.notFinite', { count: asked - states })}`;
}

function contradictionText({ what, component, state, got, expected }: Contradiction): string {
  const values = {
    component,
    state: state.map((x) => formatNumber(round(x))).join(', '),
    got: formatNumber(round(got)),
    expected: formatNumber(round(expected)),
  };
  return what === 'field' ? t('editor.fieldDiffers', values) : t('editor.jacobianDiffers', values);
}

function round(x: number): number {
  return Number(x.toPrecision(4));
}
