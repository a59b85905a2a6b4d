import { withValues } from '../../experiment/experiment.ts';
import type { PhasePortrait } from '../../experiment/theory/phase-plane.ts';
import { toFile } from '../../experiment/format/json.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { POINTS_IN_PIXEL, trajectoriesFigure } from '../../figure/trajectories-figure.ts';
import { titleOf } from '../../figure/text/caption.ts';
import { startsText } from '../../figure/text/starts-text.ts';
import { element } from '../ui/dom.ts';
import { FONTS } from '../ui/fonts.ts';
import type { Scene } from './picture-maker.ts';
import { trajectoryPlot } from '../../figure/plot/trajectory-plot.ts';
import { checkbox } from './share-fields.ts';
import { savedFile, type ShareKind } from './share-kind.ts';
import { backgroundChoices } from './share-picture.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { remarkOf } from '../../experiment/engine.ts';

/** The probes' trajectories as a vector figure. */
export function shareTrajectories(currentScene: () => Scene | undefined): ShareKind {
  const figure = async (data: FormData) => {
    const scene = currentScene();
    if (!scene || scene.trajectories.length === 0) throw new Error(t('share.traces.none'));
    const theme = data.get('trajectoryBackground') as Theme;
    const { experiment } = scene.store;
    // A file that is opened again keeps the chosen background.
    const carried = JSON.stringify(toFile(withValues(experiment, { theme })));
    const transparent = data.has('trajectoryTransparent');
    const { portraitFinder } = await import('../shell/phase-portrait.ts');
    const portrait = await portraitFinder()(experiment);
    const svg = figureOf(scene, { theme, transparent, carried, portrait });
    return { svg, experiment, carried, name: `ganfield-${experiment.model}-traces` };
  };
  return {
    id: 'traces',
    fields: [
      backgroundChoices('trajectoryBackground'),
      checkbox('trajectoryTransparent', t('share.transparent')),
      element('p', { class: 'hint' }, t('share.traces.hint')),
    ],
    actions: [
      {
        label: t('share.traces.savePdf'),
        async run({ data, signal, progress }) {
          const { svg, name, experiment, carried } = await figure(data);
          progress('pdf');
          const { pdfFrom } = await import('./pdf-file.ts');
          const title = titleOf(experiment, translate);
          const pdf = await pdfFrom({ svg, title, experiment: carried, scale: POINTS_IN_PIXEL });
          signal.throwIfAborted();
          return savedFile(pdf, `${name}.pdf`);
        },
      },
      {
        label: t('share.traces.save'),
        main: true,
        async run({ data, signal }) {
          const { svg, name } = await figure(data);
          const { withFonts } = await import('./figure-canvas.ts');
          signal.throwIfAborted();
          return savedFile(new Blob([withFonts(svg)], { type: 'image/svg+xml' }), `${name}.svg`);
        },
      },
    ],
  };
}

interface Look {
  readonly theme: Theme;
  readonly transparent: boolean;
  /** The JSON that the file carries. */
  readonly carried: string;
  /** Of the slice. */
  readonly portrait: PhasePortrait | undefined;
}

function figureOf(
  { store, viewSet, trajectories, slots }: Scene,
  { theme, transparent, carried, portrait }: Look,
) {
  const { experiment } = store;
  const colours = slots.map((slot) => probeColours(theme)[slot]!);
  const drawn = trajectories.map((trajectory, i) => ({
    trajectory,
    colour: colours[i]!,
    reference: undefined,
    active: i === 0,
    ...(trajectories.length > 1 && { number: i + 1 }),
  }));
  return trajectoriesFigure({
    experiment,
    curves: drawn,
    ...(portrait && { portrait }),
    plots: [1, 2].map((number) => trajectoryPlot(experiment, number, drawn, translate)),
    theme,
    transparent,
    fonts: FONTS,
    translate,
    remarks: [
      ...startsText(
        experiment.slice,
        trajectories.map(({ start }) => start),
        translate,
      ),
      translate(remarkOf(viewSet.engine)),
    ],
    metadata: carried,
  });
}
