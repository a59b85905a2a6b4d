/** What a game begins with, how it is written, and what it is called. */
import { modelText } from '../../../experiment/texts.ts';
import { FORMS, type Form } from '../../../game/game-source.ts';
import { PAPER_GAMES } from '../../../game/papers.ts';
import { startingPointOf, type StartingPoint } from '../../../game/starting-points.ts';
import { MODELS } from '../../../models/index.ts';
import { defaultsOf } from '../../../models/parameter.ts';
import { t } from '../../messages/later.ts';
import { translate } from '../../messages/messages.ts';
import { element } from '../../ui/dom.ts';

interface Listeners {
  begin(point: StartingPoint): void;
  form(form: Form): void;
  title(title: string): void;
}

export interface GameChoices {
  readonly root: HTMLElement;
  show(form: Form, title: string): void;
}

export function gameChoices(on: Listeners): GameChoices {
  const points: StartingPoint[] = [];
  const option = (title: string, point: StartingPoint) =>
    element('option', { value: String(points.push(point) - 1) }, title);
  const begin = element(
    'select',
    { id: 'game-begin' },
    element('option', { value: '' }, '–'),
    element(
      'optgroup',
      { label: t('editor.builtIn') },
      ...MODELS.map((model) =>
        option(
          translate(modelText(model, 'title')),
          startingPointOf(model, defaultsOf(model.parameters)),
        ),
      ),
    ),
    element(
      'optgroup',
      { label: t('editor.papers') },
      ...PAPER_GAMES.map(({ game }) => option(game.title, { source: game, values: {} })),
    ),
  );
  begin.addEventListener('change', () => {
    const point = points[Number(begin.value)];
    if (begin.value !== '' && point) on.begin(point);
    begin.value = '';
  });
  const form = element(
    'select',
    { id: 'game-form' },
    ...FORMS.map((one) => element('option', { value: one }, t(`editor.forms.${one}`))),
  );
  form.addEventListener('change', () => on.form(form.value as Form));
  const title = element('input', { id: 'game-title', maxlength: '60', autocomplete: 'off' });
  title.addEventListener('input', () => on.title(title.value.trim()));
  const rows = [
    ['game-begin', t('editor.begin'), begin],
    ['game-form', t('editor.form'), form],
    ['game-title', t('editor.title'), title],
  ] as const;
  return {
    root: element(
      'div',
      { class: 'choices' },
      ...rows.flatMap(([id, name, control]) => [element('label', { for: id }, name), control]),
    ),
    show(present, name) {
      form.value = present;
      // Not while somebody types it: a blank at its end is no part of a title, but of the next word.
      if (title.value.trim() !== name) title.value = name;
    },
  };
}
