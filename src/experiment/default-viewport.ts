import { isSameModel, standardOf, type Experiment, type Plane, type Slice } from './experiment.ts';
import { isSamePlane, isSameViewport } from './viewport.ts';

/**
 * The slice with the viewport that it had before any zoom, as far as the experiment alone
 * determines it: its own, where that is the default or a preset's of its model and plane; else that
 * of the preset with most values in common; else the default one.
 */
export function defaultViewport(
  present: Experiment,
  presets: readonly { readonly experiment: Experiment }[],
): Slice {
  const { slice, values } = present;
  const standard = standardOf(present).slice;
  const candidates = presets
    .map(({ experiment }) => experiment)
    .filter((preset) => isSameModel(preset, present) && isSamePlane(preset.slice, slice));
  const known = [standard, ...candidates.map((preset) => preset.slice)];
  if (known.some((viewport) => isSameViewport(viewport, slice))) return slice;
  const common = (preset: Experiment): number =>
    Object.entries(values).filter(([name, value]) => preset.values[name] === value).length;
  const [best] = candidates.toSorted((a, b) => common(b) - common(a));
  return withViewport(slice, best?.slice ?? standard);
}

/** The plane with another one's viewport. */
export function withViewport<P extends Plane>(plane: P, { x, y }: Plane): P {
  return {
    ...plane,
    x: { ...plane.x, min: x.min, max: x.max },
    y: { ...plane.y, min: y.min, max: y.max },
  };
}
