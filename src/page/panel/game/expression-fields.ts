/** The text fields of a game in its present form. */
import { ExpressionError } from '../../../game/expression/expression-error.ts';
import { parse } from '../../../game/expression/parse.ts';
import { texOf } from '../../../game/expression/tex.ts';
import type { Form } from '../../../game/game-source.ts';
import { t } from '../../messages/later.ts';
import { element } from '../../ui/dom.ts';
import { expressionInput, type ExpressionInput, type TextFault } from './expression-input.ts';
import { PLACES, type GameDraft, type Place } from './game-draft.ts';

export interface ExpressionFields {
  readonly root: HTMLElement;
  /** Puts the texts of a draft into the fields of its form. */
  show(draft: GameDraft): void;
  /** Typesets each text of the draft that is shown, or says what is wrong. @returns whether none is */
  check(draft: GameDraft): boolean;
  /** @returns whether there is a field at this place */
  showFault(place: string, fault: TextFault): boolean;
}

export function expressionFields(onText: (place: Place, text: string) => void): ExpressionFields {
  const root = element('div', { class: 'texts' });
  let shown: Form | undefined;
  let inputs: ReadonlyMap<string, ExpressionInput> = new Map();

  const layOut = (form: Form) => {
    shown = form;
    inputs = new Map(
      PLACES[form].map((place) => [
        place,
        expressionInput(place, LABELS[place], t(NAMES[place]), (text) => onText(place, text)),
      ]),
    );
    root.replaceChildren(...Array.from(inputs.values(), (input) => input.root));
  };
  return {
    root,
    show({ form, texts }) {
      if (form !== shown) layOut(form);
      for (const [place, input] of inputs) input.setText(texts.get(place) ?? '');
    },
    check: ({ form, texts }) =>
      Array.from(inputs, ([place, input]) => {
        const text = texts.get(place) ?? '';
        // What is left out of a field stays.
        return showText(input, form === 'field' && text.trim() === '' ? '0' : text);
      }).every(Boolean),
    showFault(place, fault) {
      inputs.get(place)?.showFault(fault);
      return inputs.has(place);
    },
  };
}

/** Typesets a text, or says what is wrong with it. */
function showText(input: ExpressionInput, text: string): boolean {
  try {
    input.showTex(texOf(parse(text)));
    input.showFault(undefined);
    return true;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    input.showFault({ reason: error.placed, span: error.span });
    return false;
  }
}

/** TeX of what a text is. */
const LABELS: Readonly<Record<Place, string>> = {
  lossD: String.raw`\min_\varphi`,
  lossG: String.raw`\min_\theta`,
  minMax: String.raw`\min_x\max_y`,
  'field.phi1': String.raw`\dot\varphi_1=`,
  'field.phi2': String.raw`\dot\varphi_2=`,
  'field.theta1': String.raw`\dot\theta_1=`,
  'field.theta2': String.raw`\dot\theta_2=`,
};

const NAMES = {
  lossD: 'editor.lossD',
  lossG: 'editor.lossG',
  minMax: 'editor.minMax',
  'field.phi1': 'editor.phi1',
  'field.phi2': 'editor.phi2',
  'field.theta1': 'editor.theta1',
  'field.theta2': 'editor.theta2',
} as const satisfies Readonly<Record<Place, string>>;
