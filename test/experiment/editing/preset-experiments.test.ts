import { expect, test } from 'vitest';
import {
  openedPreset,
  presetExperiments,
  presetOf,
} from '../../../src/experiment/editing/preset-experiments.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { GAME_PRESETS } from '../../../src/experiment/editing/game-presets.ts';
import { compileGame } from '../../../src/game/compile-game.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';

const presets = [...presetExperiments(), ...presetExperiments(GAME_PRESETS, compileGame)];

test('nothing of a preset is ignored', () => {
  for (const { query } of presets) expect(fromQuery(query, compileGame).ignored).toEqual([]);
});

test('every preset is found by the experiment that it opens, however that is drawn', () => {
  const drawn = withValues(defaultExperiment(), { theme: 'dark', particles: 2048, speed: 2 });
  for (const preset of presets) {
    expect(presetOf(presets, preset.experiment)?.id).toBe(preset.id);
    expect(presetOf(presets, openedPreset(preset, drawn))?.id).toBe(preset.id);
  }
});

test('an experiment that makes one other choice is no preset', () => {
  const { experiment } = presets.find(({ id }) => id === 'article-wgan')!;
  const { slice, starts } = experiment;
  const others = [
    withValues(experiment, { time: 11 }),
    withValues(experiment, { measure: 'settle' }),
    { ...experiment, model: 'wgan-gp' },
    { ...experiment, starts: [...starts, ...starts] },
    { ...experiment, slice: { ...slice, x: { ...slice.x, max: 0.5 } } },
  ];
  for (const other of others) expect(presetOf(presets, other)).toBeUndefined();
});

test('what a slice holds of the components that vary is not read', () => {
  const { experiment } = presets.find(({ id }) => id === 'article-wgan')!;
  const held = { ...experiment.slice, hold: [0.1, 0.2, 7, 7] as const };
  expect(presetOf(presets, { ...experiment, slice: held })?.id).toBe('article-wgan');
});
