import { withValues, type Experiment } from '../experiment.ts';
import type { GameCompiler } from '../format/read-game.ts';
import { fromQuery } from '../format/url.ts';
import { isSameExperiment } from '../keys.ts';
import { MEASURE, VIEW } from '../parameters.ts';
import { PRESETS, type Preset } from '../presets.ts';
import type { Value } from '../../models/parameter.ts';

/** A preset with the experiment that its query describes. */
export interface PresetExperiment extends Preset {
  readonly experiment: Experiment;
}

/** How things are drawn is the viewer's own, and stays when a preset is opened. */
const KEPT = VIEW.filter((parameter) => parameter !== MEASURE).map(({ name }) => name);

/**
 * Presets, parsed; by default all that are no games.
 * @param compile of games
 */
export function presetExperiments(
  presets: readonly Preset[] = PRESETS,
  compile?: GameCompiler,
): readonly PresetExperiment[] {
  return presets.map((preset) => ({
    ...preset,
    experiment: fromQuery(preset.query, compile).experiment,
  }));
}

/** A preset's experiment, drawn the way `present` is. */
export function openedPreset(preset: PresetExperiment, present: Experiment): Experiment {
  const kept = Object.fromEntries(KEPT.map((name) => [name, present.values[name] as Value]));
  return withValues(preset.experiment, kept);
}

/** The preset that this experiment is, however it is drawn. */
export function presetOf(
  presets: readonly PresetExperiment[],
  experiment: Experiment,
): PresetExperiment | undefined {
  return presets.find((preset) => isSameExperiment(openedPreset(preset, experiment), experiment));
}
