import { shownBy } from './shown.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { animatableParameters } from '../../experiment/animated-parameter.ts';
import type { AnimationMode } from '../../experiment/editing/animation-range.ts';
import type { Animation } from '../playback/animation.ts';
import { choiceRow, numberRow, type Row } from './panel-rows.ts';
import type { Section } from './panel-sections.ts';
import { t, translate } from '../messages/messages.ts';
import { parameterText } from '../../experiment/texts.ts';

const SECONDS = { min: 1, max: 60, step: 1 };

/** The panel's folder for the animation of a parameter. */
export function animateSection(animation: Animation): Section {
  const parameterIn = (experiment: Experiment) =>
    animatableParameters(experiment).find(({ name }) => name === animation.choice.name)!;
  return {
    id: 'animate',
    folded: true,
    rows(experiment) {
      const parameter = parameterIn(experiment);
      const end = (side: 'from' | 'to'): Row =>
        numberRow(
          `${side} ${parameter.name}`,
          { name: t(`playback.animate.${side}`), doc: t('playback.animate.ends') },
          parameter,
          {
            get: () => animation.choice[side],
            set: (value) => animation.set({ [side]: value }),
          },
        );
      return [
        choiceRow(
          'parameter',
          { name: t('playback.animate.parameter'), doc: t('playback.animate.parameterDoc') },
          (now) =>
            animatableParameters(now ?? experiment).map((each) => [
              translate(parameterText(each, 'symbol')),
              each.name,
            ]),
          { get: () => animation.choice.name, set: animation.choose },
        ),
        end('from'),
        end('to'),
        numberRow(
          'seconds',
          { name: t('playback.animate.seconds'), doc: t('playback.animate.secondsDoc') },
          SECONDS,
          {
            get: () => animation.choice.seconds,
            set: (seconds) => animation.set({ seconds }),
          },
        ),
        choiceRow(
          'way',
          { name: t('playback.animate.way'), doc: '' },
          () =>
            (['back', 'loop', 'once'] as const).map((way) => [
              t(`playback.animate.ways.${way}`),
              way,
            ]),
          {
            get: () => animation.choice.mode,
            set: (way) => animation.set({ mode: way as AnimationMode }),
          },
        ),
        playRow(animation, (now) => translate(parameterText(parameterIn(now), 'symbol'))),
      ];
    },
  };
}

function playRow(animation: Animation, symbolIn: (experiment: Experiment) => string): Row {
  return {
    key: 'play',
    add: (folder) => {
      const controller = folder.add({ act: animation.toggle }, 'act');
      const name = shownBy((text: string) => controller.name(text));
      return {
        show(experiment) {
          const symbol = symbolIn(experiment);
          name.show(
            animation.playing
              ? t('playback.animate.pause', { symbol })
              : t('playback.animate.play', { symbol }),
          );
        },
        destroy: () => controller.destroy(),
      };
    },
  };
}

/** Whoever takes the slider of the parameter in hand stops it. @returns what ends that */
export function pauseOnInput(panel: HTMLElement, animation: Animation): () => void {
  const abort = new AbortController();
  const touched = ({ target }: Event) => {
    if (!animation.playing || !(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('.lil-controller');
    if (row?.dataset['name'] === animation.choice.name) animation.pause();
  };
  const options = { capture: true, signal: abort.signal };
  for (const event of ['pointerdown', 'keydown']) panel.addEventListener(event, touched, options);
  return () => abort.abort();
}
