import { defaultExperiment, type Experiment, type Slice } from './experiment.ts';
import { PRESETS } from './presets.ts';
import { fromQuery } from './url.ts';
import { isSamePlane } from './window.ts';

/**
 * The slice with the window that it had before anybody zoomed: that of the preset of its model and
 * plane, of several the one with most values in common; else the default one. It follows from the
 * experiment alone, so that the same link leads home alike.
 */
export function homeOf({ model, method, slice, values }: Experiment): Slice {
  const candidates = PRESETS.filter(({ query }) => query.startsWith(`model=${model}&`))
    .map(({ query }) => fromQuery(query).experiment)
    .filter((preset) => isSamePlane(preset.slice, slice))
    .map((preset) => ({
      window: preset.slice,
      common: Object.entries(values).filter(([name, value]) => preset.values[name] === value)
        .length,
    }));
  const [best] = candidates.toSorted((a, b) => b.common - a.common);
  const window = best?.window ?? defaultExperiment(model, method).slice;
  const { x, y } = window;
  return {
    ...slice,
    x: { ...slice.x, min: x.min, max: x.max },
    y: { ...slice.y, min: y.min, max: y.max },
  };
}
