import type { Engine } from '../../experiment/engine.ts';
import type { Experiment, Slice } from '../../experiment/experiment.ts';
import { curves, type Curve, type PaneKind } from '../../figure/pane.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { CompareFrame } from './compare-frame.ts';
import { figureEm, FONTS } from '../share/fonts.ts';
import type { Probes } from '../probes/probes.ts';
import { tracesOf } from '../probes/traces.ts';

/** The probes' traces in the other experiment, on its map and in its flow. */
export interface OtherTraces {
  setEngine(engine: Engine): void;
  setExperiment(experiment: Experiment): void;
  draw(slice: Slice, theme: Theme): void;
}

export function otherTraces(
  probes: Probes,
  frame: Pick<CompareFrame, 'map' | 'flow'>,
): OtherTraces {
  let drawn: { readonly slice: Slice; readonly theme: Theme } | undefined;
  const draw = () => {
    if (!drawn) return;
    const { slice, theme } = drawn;
    const slots = probes.slotsOfTraces(traces.latest);
    const colours = probeColours(theme);
    const of = (style: Pick<Curve, 'style'>) =>
      traces.latest.map((trace, i): Curve => ({ trace, colour: colours[slots[i]!]!, ...style }));
    const into = (kind: PaneKind, lines: readonly Curve[]) => {
      const options = { kind, theme, fonts: FONTS, em: figureEm() };
      frame[kind].drawMarks(curves(slice, frame[kind].box, lines, options));
    };
    into('map', of({ style: 'faint' }));
    into('flow', of({}));
  };
  const traces = tracesOf(draw);

  return {
    setEngine: (engine) => traces.setEngine(engine),
    setExperiment: (experiment) => traces.setExperiment(experiment),
    draw(slice, theme) {
      drawn = { slice, theme };
      draw();
    },
  };
}
