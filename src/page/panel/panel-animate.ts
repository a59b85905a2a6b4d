import type { Experiment } from '../../experiment/experiment.ts';
import { animatableParameters } from '../../experiment/animated-parameter.ts';
import type { Animation, AnimationMode } from '../views/animation.ts';
import { choiceRow, numberRow, type Row } from './panel-rows.ts';
import type { Section } from './panel-sections.ts';
import { told, words } from '../messages/words.ts';

const SECONDS = { min: 1, max: 60, step: 1 };

/** The folder in which a parameter is sent through a range. */
export function animateSection(animation: Animation): Section {
  const say = words().playback.animate;
  const parameterIn = (experiment: Experiment) =>
    animatableParameters(experiment).find(({ name }) => name === animation.choice.name)!;
  return {
    id: 'animate',
    folded: true,
    rows(experiment) {
      const parameter = parameterIn(experiment);
      const end = (side: 'from' | 'to'): Row =>
        numberRow(`${side} ${parameter.name}`, { name: say[side], doc: say.ends }, parameter, {
          get: () => animation.choice[side],
          set: (value) => animation.set({ [side]: value }),
        });
      return [
        choiceRow(
          'parameter',
          { name: say.parameter, doc: say.parameterDoc },
          (now) =>
            animatableParameters(now ?? experiment).map(({ symbol, name }) => [told(symbol), name]),
          { get: () => animation.choice.name, set: animation.choose },
        ),
        end('from'),
        end('to'),
        numberRow('seconds', { name: say.seconds, doc: say.secondsDoc }, SECONDS, {
          get: () => animation.choice.seconds,
          set: (seconds) => animation.set({ seconds }),
        }),
        choiceRow(
          'way',
          { name: say.way, doc: '' },
          () => (['back', 'loop', 'once'] as const).map((way) => [say.ways[way], way]),
          {
            get: () => animation.choice.mode,
            set: (way) => animation.set({ mode: way as AnimationMode }),
          },
        ),
        playRow(animation, (now) => told(parameterIn(now).symbol)),
      ];
    },
  };
}

function playRow(animation: Animation, symbolIn: (experiment: Experiment) => string): Row {
  const say = words().playback.animate;
  return {
    key: 'play',
    add: (folder) => {
      const controller = folder.add({ act: animation.toggle }, 'act');
      return {
        show(experiment) {
          const symbol = symbolIn(experiment);
          controller.name(animation.playing ? say.pause(symbol) : say.play(symbol));
        },
        destroy: () => controller.destroy(),
      };
    },
  };
}

/** Whoever takes the slider of the parameter in hand stops it. */
export function pauseOnInput(panel: HTMLElement, animation: Animation): void {
  const touched = ({ target }: Event) => {
    if (!animation.playing || !(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('.lil-controller');
    if (row?.dataset['name'] === animation.choice.name) animation.pause();
  };
  for (const event of ['pointerdown', 'keydown']) panel.addEventListener(event, touched, true);
}
