import { withValues } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { trajectoriesFigure } from '../../figure/trajectories-figure.ts';
import { element } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import { FONTS } from '../ui/fonts.ts';
import type { Scene } from './picture-maker.ts';
import { trajectoryPlot } from '../../figure/plot/trajectory-plot.ts';
import { checkbox } from './share-fields.ts';
import type { ShareKind } from './share-kind.ts';
import { backgroundChoices } from './share-picture.ts';
import { t, translate } from '../messages/messages.ts';
import { remarkOf } from '../../experiment/engine.ts';

/** The probes' trajectories as a vector figure. */
export function shareTrajectories(currentScene: () => Scene | undefined): ShareKind {
  return {
    id: 'traces',
    fields: [
      backgroundChoices('trajectoryBackground'),
      checkbox('trajectoryTransparent', t('share.transparent')),
      element('p', { class: 'hint' }, t('share.traces.hint')),
    ],
    actions: [
      {
        label: t('share.traces.save'),
        main: true,
        async run({ data }) {
          const scene = currentScene();
          if (!scene || scene.trajectories.length === 0) throw new Error(t('share.traces.none'));
          const theme = data.get('trajectoryBackground') as Theme;
          const svg = figureOf(scene, theme, data.has('trajectoryTransparent'));
          const { withFonts } = await import('./figure-canvas.ts');
          const file = new Blob([withFonts(svg)], { type: 'image/svg+xml' });
          download(file, `ganfield-${scene.store.experiment.model}-traces.svg`);
        },
      },
    ],
  };
}

function figureOf(
  { store, viewSet, trajectories, slots }: Scene,
  theme: Theme,
  transparent: boolean,
) {
  const { experiment } = store;
  const colours = slots.map((slot) => probeColours(theme)[slot]!);
  const drawn = trajectories.map((trajectory, i) => ({
    trajectory,
    colour: colours[i]!,
    reference: undefined,
    active: i === 0,
  }));
  return trajectoriesFigure({
    experiment,
    curves: drawn,
    plots: [1, 2].map((number) => trajectoryPlot(experiment, number, drawn)),
    theme,
    transparent,
    fonts: FONTS,
    translate,
    remarks: [translate(remarkOf(viewSet.engine))],
    // A file that is opened again keeps the chosen background.
    metadata: JSON.stringify(toFile(withValues(experiment, { theme }))),
  });
}
