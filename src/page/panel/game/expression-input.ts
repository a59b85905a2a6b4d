/** A text field for an expression: typeset beneath it while it is typed, or what is wrong and where. */
import { REASONS } from '../../../game/expression/expression-error.ts';
import type { Span } from '../../../game/expression/syntax.ts';
import type { Message } from '../../../models/message.ts';
import { t } from '../../messages/later.ts';
import { translate } from '../../messages/messages.ts';
import { element, reachByKeys } from '../../ui/dom.ts';
import { math } from '../../ui/math.ts';

/** What is wrong with a text: the piece of it, where it is one. */
export interface TextFault {
  readonly reason: Message;
  readonly span: Span | undefined;
}

export interface ExpressionInput {
  readonly root: HTMLElement;
  /** Replaces the text, unless it is the same. */
  setText(text: string): void;
  showTex(tex: string): void;
  showFault(fault: TextFault | undefined): void;
}

/** @param label TeX of what the text is */
export function expressionInput(
  place: string,
  label: string,
  name: string,
  onInput: (text: string) => void,
): ExpressionInput {
  const id = `game-${place.replace('.', '-')}`;
  const input = element('textarea', {
    id,
    rows: '1',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-label': name,
    'aria-describedby': `${id}-fault`,
    'data-place': place,
  });
  // Behind the text, of the same size: it gives the field its height, and marks what is wrong.
  const mirror = element('pre', { 'aria-hidden': 'true' });
  const preview = element('div', { class: 'preview' });
  const fault = element('p', { class: 'fault', id: `${id}-fault`, role: 'status' });
  const root = element(
    'div',
    { class: 'expression' },
    element('label', { for: id }, math(label)),
    element('div', { class: 'text' }, mirror, input),
    fault,
    preview,
  );
  const mark = (span?: Span) => mirror.replaceChildren(...marked(input.value, span));
  const take = () => {
    mark();
    onInput(input.value);
  };
  input.addEventListener('input', take);
  input.addEventListener('keydown', (event) => {
    // An expression is one line, however long.
    if (event.key === 'Enter') event.preventDefault();
  });

  const correct = (span: Span, right: string) => {
    input.focus();
    input.setRangeText(right, span.start, span.end, 'end');
    take();
  };
  return {
    root,
    setText(text) {
      if (text === input.value) return;
      input.value = text;
      mark();
    },
    showTex(tex) {
      preview.replaceChildren(math(tex));
      reachByKeys(preview);
    },
    showFault(next) {
      input.setAttribute('aria-invalid', String(next !== undefined));
      mark(next?.span);
      fault.replaceChildren(...(next ? faultNodes(next, correct) : []));
    },
  };
}

/** A text with a piece of it marked; a line that ends in a blank is as high as one with a letter. */
function marked(text: string, span: Span | undefined): readonly (string | Node)[] {
  if (!span) return [`${text} `];
  const piece = text.slice(span.start, span.end);
  return [
    text.slice(0, span.start),
    element('mark', {}, piece === '' ? ' ' : piece),
    `${text.slice(span.end)} `,
  ];
}

/** What is wrong, with a button that puts the right name in where one is near. */
function faultNodes(
  { reason, span }: TextFault,
  correct: (span: Span, name: string) => void,
): readonly (string | Node)[] {
  const name = suggestedName(reason);
  if (name === undefined || !span) return [translate(reason)];
  const button = element('button', { type: 'button' }, t('editor.use', { name }));
  button.addEventListener('click', () => correct(span, name));
  return [translate(reason), ' ', button];
}

/** The name that an error offers in place of a wrong one. */
function suggestedName({ id, values }: Message): string | undefined {
  const { name } = values;
  if (id === REASONS.didYouMean.id && typeof name === 'string') return name;
  return Object.values(values)
    .filter((value) => typeof value === 'object')
    .map(suggestedName)
    .find((found) => found !== undefined);
}
