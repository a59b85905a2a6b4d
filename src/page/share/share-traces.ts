import { withValues } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { tracesFigure } from '../../figure/traces-figure.ts';
import { element } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import { FONTS } from './fonts.ts';
import type { Scene } from './picture-maker.ts';
import { tracePlot } from '../probes/series-view.ts';
import { checkbox } from './share-fields.ts';
import type { ShareKind } from './share-kind.ts';
import { backgroundChoices } from './share-picture.ts';
import { t, told, translate } from '../messages/messages.ts';
import { remarkOf } from '../../experiment/engine.ts';

/** The probes' traces as a vector figure. */
export function shareTraces(currentScene: () => Scene | undefined): ShareKind {
  return {
    id: 'traces',
    fields: [
      backgroundChoices('traceBackground'),
      checkbox('traceTransparent', t('share.transparent')),
      element('p', { class: 'hint' }, t('share.traces.hint')),
    ],
    actions: [
      {
        label: t('share.traces.save'),
        main: true,
        async run({ data }) {
          const scene = currentScene();
          if (!scene || scene.traces.length === 0) throw new Error(t('share.traces.none'));
          const theme = data.get('traceBackground') as Theme;
          const svg = figureOf(scene, theme, data.has('traceTransparent'));
          const { withFonts } = await import('./figure-canvas.ts');
          const file = new Blob([withFonts(svg)], { type: 'image/svg+xml' });
          download(file, `ganfield-${scene.store.experiment.model}-traces.svg`);
        },
      },
    ],
  };
}

function figureOf({ store, viewSet, traces, slots }: Scene, theme: Theme, transparent: boolean) {
  const { experiment } = store;
  const colours = slots.map((slot) => probeColours(theme)[slot]!);
  const drawn = traces.map((trace, i) => ({
    trace,
    colour: colours[i]!,
    reference: undefined,
    active: i === 0,
  }));
  return tracesFigure({
    experiment,
    curves: drawn,
    plots: [1, 2].map((number) => tracePlot(experiment, number, drawn)),
    theme,
    transparent,
    fonts: FONTS,
    say: told,
    remarks: [translate(remarkOf(viewSet.engine))],
    // Opened again, it is drawn on the paper that was chosen for it.
    metadata: JSON.stringify(toFile(withValues(experiment, { theme }))),
  });
}
