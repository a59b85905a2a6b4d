import type { Side } from '../../experiment/comparison.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { t } from '../messages/later.ts';
import { backgroundMenu } from '../share/background-menu.ts';
import { element } from '../ui/dom.ts';

/** The line above the panes of a comparison: which side the panel edits, and how it ends. */
export interface CompareBar {
  readonly root: HTMLElement;
  /** The start under the pointer. */
  readonly reading: HTMLElement;
  choose(side: Side | undefined): void;
  describe(names: Readonly<Record<Side, string>>): void;
}

export interface CompareHandlers {
  onSide(side: Side): void;
  onSave(look: SheetLook): void;
  onEnd(): void;
}

export function compareBar({ onSide, onSave, onEnd }: CompareHandlers): CompareBar {
  const choices = (['a', 'b'] as const).map((side) => {
    const input = element('input', { type: 'radio', name: 'compare-side', value: side });
    const name = element('span', { class: 'name' });
    input.addEventListener('change', () => onSide(side));
    const letter = element('b', {}, side.toUpperCase());
    return { side, input, name, label: element('label', {}, input, letter, ' ', name) };
  });
  const reading = element('p', { class: 'reading', 'aria-hidden': 'true' });
  const end = element('button', { type: 'button', class: 'quiet' }, t('compare.end'));
  end.addEventListener('click', onEnd);
  const { button: save, menu } = backgroundMenu('compare-backgrounds', t('compare.save'), onSave);
  const root = element(
    'div',
    { id: 'compare-bar' },
    element(
      'fieldset',
      {},
      element('legend', {}, t('compare.edits')),
      ...choices.map(({ label }) => label),
    ),
    reading,
    element('span', { class: 'actions' }, save, menu, end),
  );
  return {
    root,
    reading,
    choose(side) {
      for (const choice of choices) choice.input.checked = choice.side === side;
    },
    describe(names) {
      for (const choice of choices) choice.name.textContent = names[choice.side];
    },
  };
}
