/** The dialog that says what every symbol, measure and label means; loaded on demand. */
import { measureText, outcomeText } from '../../experiment/texts.ts';
import { MEASURES } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { element } from '../ui/dom.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import '../ui/dialog.css';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './glossary.css';

const NOTATION = [
  { symbol: 'θ, θ₁, θ₂', key: 'theta' },
  { symbol: 'φ, φ₁, φ₂', key: 'phi' },
  { symbol: 'u = φ·θ', key: 'logit' },
  { symbol: 'L = φ₁θ₂ − φ₂θ₁', key: 'angularMomentum' },
  { symbol: 'E = (|φ|² + |θ|²)/2', key: 'energy' },
  { symbol: 'φ = θ = 0', key: 'equilibrium' },
  { symbol: 'T', key: 'horizon' },
  { symbol: 'ε', key: 'epsilon' },
  { symbol: 'h', key: 'step' },
  { symbol: 'λ', key: 'lambda' },
  { symbol: 'μ', key: 'mu' },
  { symbol: 'EMA, β', key: 'ema' },
  { symbol: 'a ± bi', key: 'eigenvalues' },
  { symbol: 'ρ', key: 'multipliers' },
] as const;

export type GlossaryGroup = 'notation' | 'measures' | 'labels';

export interface Glossary {
  /**
   * @param group what it begins with
   * @param word what was pressed: where the glossary has it, there it opens
   */
  open(group: GlossaryGroup, word?: string): void;
  destroy(): void;
}

type Entry = readonly [term: string, meaning: string];

export function openGlossary(): Glossary {
  const life = lifetimeOf();
  const groups: Readonly<Record<GlossaryGroup, readonly Entry[]>> = {
    notation: NOTATION.map(({ symbol, key }) => [symbol, t(`glossary.notation.${key}`)]),
    measures: MEASURES.map((measure) => [
      translate(measureText(measure, 'title')),
      t(`glossary.measures.${measure.id}`),
    ]),
    labels: OUTCOMES.map((outcome) => [
      translate(outcomeText(outcome)),
      t(`glossary.labels.${outcome}`),
    ]),
  };
  const close = element('button', { class: 'button main', autofocus: '' }, t('common.close'));
  const dialog = element(
    'dialog',
    { class: 'save glossary', id: 'glossary', 'aria-labelledby': 'glossary-title' },
    element('h2', { id: 'glossary-title' }, t('glossary.name')),
    ...Object.entries(groups).map(([group, entries]) =>
      element(
        'section',
        { 'data-group': group },
        element('h3', {}, t(`glossary.groups.${group as GlossaryGroup}`)),
        element(
          'dl',
          {},
          ...entries.flatMap(([term, meaning]) => [
            element('dt', {}, term),
            element('dd', {}, meaning),
          ]),
        ),
      ),
    ),
    element('form', { method: 'dialog', class: 'row' }, close),
  );
  life.append(document.body, dialog);
  const onClick = ({ target }: Event) => {
    // The backdrop is the dialog itself, without anything of its own under the pointer.
    if (target === dialog) dialog.close();
  };
  dialog.addEventListener('click', onClick, { signal: life.signal });
  life.onEnd(() => dialog.close());
  return {
    open(group, word = '') {
      if (!dialog.open) dialog.showModal();
      const terms = Array.from(dialog.querySelectorAll('dt'));
      const own = terms.filter((term) => term.closest(`[data-group="${group}"]`));
      const sought = [...own, ...terms].find((term) => names(term.textContent, word));
      for (const term of terms) term.classList.toggle('sought', term === sought);
      if (sought) sought.scrollIntoView({ block: 'center' });
      else if (group === 'notation') dialog.scrollTo(0, 0);
      else dialog.querySelector(`[data-group="${group}"]`)?.scrollIntoView({ block: 'start' });
    },
    destroy: life.destroy,
  };
}

/** Whether a term is what a word of the page says: `signed revolutions, T = 4`, `orbiting 94%`, `λ`. */
function names(term: string, word: string): boolean {
  // KaTeX and figures have both forms of the letter.
  const said = word.trim().replaceAll('ϕ', 'φ');
  if (said === '') return false;
  const [begin = ''] = said.split(/[,，\d]/);
  const letters = term.split(/[\s,=()·/²+|−]+/);
  return (
    term === said || letters.includes(said) || (begin.length > 1 && term.startsWith(begin.trim()))
  );
}
