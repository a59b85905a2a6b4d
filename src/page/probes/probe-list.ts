import type { Experiment } from '../../experiment/experiment.ts';
import { element, setText } from '../ui/dom.ts';
import { differenceText, pointText, initialConditionText } from './probe-text.ts';
import type { Probes } from './probes.ts';
import { t } from '../messages/messages.ts';

/** With more chips than this each shows its initial condition only. */
const WIDE_LAYOUT_CHIPS = 2;

export interface ProbeListState {
  readonly experiment: Experiment;
  readonly colours: readonly string[];
  /**
   * For each start: how far float32 gets from float64, undefined while that is not known.
   * Undefined as a whole where float64 computes.
   */
  readonly differences: readonly (number | undefined)[] | undefined;
}

/** The list of probes: colour, initial condition, float32 error, buttons to save and remove. */
export interface ProbeList {
  show(state: ProbeListState): void;
  destroy(): void;
}

/** @param save downloads a probe's trajectory as a file */
export function probeList(
  root: HTMLElement,
  probes: Probes,
  save: (index: number) => void,
): ProbeList {
  const add = element(
    'button',
    {
      type: 'button',
      class: 'quiet add',
      title: t('probes.addTitle'),
      'aria-label': t('probes.addLabel'),
    },
    t('probes.add'),
  );
  add.addEventListener('click', () => probes.add(0.5, 0.5));
  const hint = element(
    'span',
    { class: 'hint' },
    matchMedia('(hover: none)').matches ? t('probes.hintTouch') : t('probes.hintMouse'),
  );
  root.append(add, hint);
  const chips = new Map<number, Chip>();

  /** The focus goes to the chip before the one that is removed. */
  const remove = (slot: number) => {
    const at = probes.slots.indexOf(slot);
    probes.remove(at);
    (root.querySelectorAll<HTMLElement>('.who')[Math.max(0, at - 1)] ?? add).focus();
  };

  return {
    destroy: () => root.replaceChildren(),
    show({ experiment: { slice, starts }, colours, differences }) {
      const { slots, active } = probes;
      for (const [slot, { node }] of chips) {
        if (slots.includes(slot)) continue;
        chips.delete(slot);
        node.remove();
      }
      starts.forEach((start, i) => {
        const slot = slots[i]!;
        let chip = chips.get(slot);
        if (!chip) {
          chip = chipOf(slot, probes, save, remove);
          chips.set(slot, chip);
        }
        const { node, who, point, error } = chip;
        node.style.setProperty('--probe', colours[slot]!);
        node.style.order = String(i);
        node.classList.toggle('active', i === active);
        node.setAttribute('aria-label', t('probes.probe', { number: slot + 1 }));
        who.setAttribute('aria-pressed', String(i === active));
        who.title = initialConditionText(start);
        setText(point, pointText(slice, start));
        const difference = differences?.[i];
        setText(
          error,
          differences === undefined
            ? 'float64'
            : `Δ ${difference === undefined ? '…' : differenceText(difference)}`,
        );
        error.title = differences === undefined ? '' : t('probes.differenceTitle');
        if (!node.isConnected) add.before(node);
      });
      root.classList.toggle('many', starts.length > WIDE_LAYOUT_CHIPS);
    },
  };
}

type Chip = ReturnType<typeof chipOf>;

/** A probe's chip: selects it, saves it as a file, and removes it. */
function chipOf(
  slot: number,
  probes: Probes,
  save: (index: number) => void,
  remove: (slot: number) => void,
) {
  const index = () => probes.slots.indexOf(slot);
  const action = (name: string, label: string, act: () => void) => {
    const button = element('button', { type: 'button', class: 'act', title: label }, name);
    button.setAttribute('aria-label', `${label} ${slot + 1}`);
    button.addEventListener('click', act);
    return button;
  };
  const point = element('span', { class: 'point' });
  const error = element('span', { class: 'error' });
  const who = element('button', { type: 'button', class: 'who' }, element('i'), point, error);
  who.addEventListener('click', () => probes.select(index()));
  who.addEventListener('keydown', (event) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    remove(slot);
  });
  const node = element(
    'div',
    { class: 'chip', role: 'group' },
    who,
    action('CSV', t('probes.saveCsv'), () => save(index())),
    action('×', t('probes.remove'), () => remove(slot)),
  );
  return { node, who, point, error };
}
