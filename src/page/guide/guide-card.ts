/** A step of the guide in words and formula; loaded when the guide is opened. */
import { withViewport } from '../../experiment/default-viewport.ts';
import { presetOf, type PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import { standardOf, type Experiment } from '../../experiment/experiment.ts';
import { ARTICLE } from '../../experiment/papers.ts';
import { isSameViewport } from '../../experiment/viewport.ts';
import { element } from '../ui/dom.ts';
import { playersOf } from '../../experiment/formula.ts';
import { presetOfStep, STEPS } from './guide-steps.ts';
import { math } from '../ui/math.ts';
import { t } from '../messages/later.ts';

/** What the last step leads on to: a preset, or the gallery. */
const ONWARD = [
  { to: 'gallery', text: 'guide.onward.gallery' },
  { to: 'altgd-islands', text: 'guide.onward.steps' },
  { to: 'two-basins', text: 'guide.onward.own' },
] as const;

interface GuideNavigation {
  /** Opens the step with this index, if there is one. */
  go(index: number): void;
  close(): void;
  /** Closes the guide and opens a preset, or the gallery of all models. */
  leadOn(to: string): void;
}

/** Shows a step in the guide's card; the focused control keeps the focus. */
export function fillCard(
  root: HTMLElement,
  presets: readonly PresetExperiment[],
  index: number,
  navigation: GuideNavigation,
): void {
  const { texts } = STEPS[index]!;
  const action = (id: string, label: string, text: string, act: () => void) => {
    const node = element(
      'button',
      { type: 'button', class: 'quiet icon step-button', id, 'aria-label': label, title: label },
      text,
    );
    node.addEventListener('click', act);
    return node;
  };
  const previous = action('guide-previous', t('guide.previous'), '‹', () =>
    navigation.go(index - 1),
  );
  const next = action('guide-next', t('guide.next'), '›', () => navigation.go(index + 1));
  // Not `disabled`: that would take the focus away from somebody who reaches an end.
  previous.setAttribute('aria-disabled', String(index === 0));
  next.setAttribute('aria-disabled', String(index === STEPS.length - 1));
  const focused = root.contains(document.activeElement) ? document.activeElement!.id : undefined;
  root.replaceChildren(
    element(
      'div',
      { class: 'card' },
      element(
        'div',
        { class: 'guide-steps' },
        previous,
        element(
          'span',
          { class: 'place' },
          t('guide.place', { step: index + 1, of: STEPS.length }),
        ),
        next,
      ),
      element(
        'div',
        { class: 'step', 'aria-live': 'polite' },
        element('h2', {}, t(`guide.steps.${texts}.title`)),
        element('p', {}, ...withArticle(nonBreaking(t(`guide.steps.${texts}.text`)))),
        ...(index === STEPS.length - 1 ? [onward(navigation)] : []),
      ),
      element('div', { class: 'field' }, ...formulaOf(presets, index).map(math)),
      action('guide-close', t('guide.close'), '×', navigation.close),
    ),
  );
  // Where the last step's buttons are gone, the focus moves to the next-step button.
  if (focused !== undefined) {
    (document.getElementById(focused) ?? next).focus({ preventScroll: true });
  }
}

/** Where to go on after the last step. */
function onward({ leadOn }: GuideNavigation): HTMLElement {
  const choices = ONWARD.map(({ to, text }) => {
    const node = element('button', { type: 'button', class: 'quiet onward' }, t(text));
    node.addEventListener('click', () => leadOn(to));
    return node;
  });
  return element('p', { class: 'lead-on' }, t('guide.onward.title'), ...choices);
}

/**
 * Where the guide is after the experiment has changed: at the step whose preset was opened, at the same
 * step where its model is explored, else, as where another model was opened, at none.
 */
export function stepAfterChange(
  presets: readonly PresetExperiment[],
  index: number,
  before: Experiment,
  experiment: Experiment,
): number | undefined {
  const opened = presetOf(presets, experiment);
  if (opened) {
    const step = STEPS.findIndex(({ preset }) => preset === opened.id);
    return step < 0 ? undefined : step;
  }
  const { model } = presetOfStep(presets, index).experiment;
  return [before.model, model].includes(experiment.model) ? index : undefined;
}

/** The experiment without the window of a step, where it has that still. */
export function withoutWindow(experiment: Experiment, step: PresetExperiment): Experiment {
  const { slice } = experiment;
  if (!isSameViewport(slice, step.experiment.slice)) return experiment;
  return { ...experiment, slice: withViewport(slice, standardOf(experiment).slice) };
}

/** How both players move; in general, and in the step's own model. */
function formulaOf(presets: readonly PresetExperiment[], index: number): readonly string[] {
  if (index === 0) {
    return [
      String.raw`\dot\varphi=-\nabla_{\varphi}\,L_D(\varphi,\theta)`,
      String.raw`\dot\theta=-\nabla_{\theta}\,L_G(\varphi,\theta)`,
    ];
  }
  const { phi, theta } = playersOf(presetOfStep(presets, index).experiment);
  return [String.raw`\dot\varphi=${phi}`, String.raw`\dot\theta=${theta}`];
}

/** A text whose mention of the article, if it has one, leads there. */
function withArticle(text: string): readonly (string | HTMLElement)[] {
  const name = t('guide.article');
  const at = text.indexOf(name);
  if (at < 0) return [text];
  const link = element('a', { href: ARTICLE, target: '_blank', rel: 'noopener' }, name);
  return [text.slice(0, at), link, text.slice(at + name.length)];
}

/** The text with word joiners in norms such as |θ|, so that no line breaks inside them. */
function nonBreaking(text: string): string {
  return text.replaceAll(/\|(\p{L}+)\|/gu, '|\u2060$1\u2060|');
}
