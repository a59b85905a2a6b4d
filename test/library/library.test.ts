/** What the library computes is what page and command line compute. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import * as library from '../../src/library/index.ts';
import * as libraryOfGpu from '../../src/library/gpu.ts';
import { ganfield, jsonOf } from '../support/command.ts';
import { softwareContext } from '../support/wgsl/context.ts';

const { cpuEngine, createExperiment, measureMap, measureStates, OUTCOMES } = library;

const CHOICES = {
  starts: [[0.5, 0.3, 1.2, -0.4]],
  hold: [0.5, 0.3, 0, 0],
  y: 'theta2:-2:2',
  x: { component: 'theta1', min: -2, max: 2 },
  lambda: '1/4',
  time: 20,
  model: 'wgan-gp',
  measure: 'distance',
};
const GRID = { width: 12, height: 10 };

test('choices are those of links and files, in any order', () => {
  const experiment = createExperiment(CHOICES);
  const link = library.writeLink(experiment);
  expect(library.readLink(`https://example.org/?${link}`)).toEqual({ experiment, ignored: [] });
  expect(library.readExperiment(library.writeExperiment(experiment))).toEqual(experiment);
  expect(createExperiment({ lambda: 2 }, experiment).values['lambda']).toBe(2);
  expect(experiment.values['lambda']).toBe(0.25);
});

test('a game of one’s own is a choice', async () => {
  const experiment = createExperiment({ game: { minMax: 'x * y' }, method: 'simgd', time: 100 });
  const { column } = await measureStates(cpuEngine, experiment, [[0.5, 0, 0.5, 0]]);
  expect(OUTCOMES[column('outcome')[0]!]).toBe('growing');
});

test('what is wrong is refused in a line', () => {
  const refusal = (choices: library.Choices) => {
    try {
      return createExperiment(choices);
    } catch (error) {
      expect(error).toBeInstanceOf(library.ChoiceError);
      return (error as Error).message;
    }
  };
  expect(refusal({ lambda: 1 })).toMatch(/^unknown parameter: lambda; ns-gan with rk4 has /);
  expect(refusal({ model: 'gan' })).toMatch(/^unknown model: gan, expected one of /);
  expect(refusal({ time: -1 })).toMatch(/^invalid time: -1, expected /);
  expect(refusal({ x: 'theta1:-2:2', y: 'theta1:-2:2' })).toMatch(/^invalid slice: /);
  expect(library.readLink('model=wgan&lambda=3').ignored).toHaveLength(1);
});

test('maps have the command’s numbers, and figures its picture', async () => {
  const experiment = createExperiment(CHOICES);
  const words = ['--experiment', '-', '--size', '12x10', '--engine', 'cpu'];
  const input = JSON.stringify(library.writeExperiment(experiment));
  const measures = ['distance', 'outcome'];
  const { measures: written } = await jsonOf<{ measures: Record<string, unknown[]> }>(
    ['map', ...words, '--format', 'json', '--measure', measures.join()],
    { input },
  );
  const map = await measureMap(cpuEngine, experiment, GRID, { measures });
  const labels = [...map.column('outcome')].map((label) => OUTCOMES[label]);
  expect(written).toEqual({ distance: [...map.column('distance')], outcome: labels });
  expect(() => map.column('length')).toThrow(/no column length among /);

  const { stdout } = await ganfield(['map', ...words, '--format', 'svg'], { input });
  const svg = await library.mapFigure(cpuEngine, experiment, { grid: GRID });
  // Fonts lie in the command's file, and each compresses its pixels in a way of its own.
  const drawing = (text: string) =>
    text
      .replace(/<style>.*?<\/style>/, '')
      .replaceAll(/ href="[^"]*"/g, '')
      .replaceAll(/font-family="([^",]*)[^"]*"/g, 'font-family="$1"');
  expect(drawing(svg)).toBe(drawing(stdout));
});

test('an engine on a device of one’s own measures the same', async () => {
  const { device } = await softwareContext();
  const engine = libraryOfGpu.gpuEngineOn(device);
  const experiment = createExperiment(CHOICES);
  const [float32, float64] = await Promise.all(
    [engine, cpuEngine].map((one) => measureMap(one, experiment, GRID)),
  );
  const exact = float64!.column('distance');
  // float32's rounding over 320 steps on circles, where nothing magnifies it.
  float32!.column('distance').forEach((value, i) => expect(value).toBeCloseTo(exact[i]!, 4));
  engine.destroy();
  // The device stays.
  expect(() => device.createBuffer({ size: 4, usage: 8 }).destroy()).not.toThrow();
});

test('the page of the library names all that is public', () => {
  const page = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8');
  const names = [...Object.keys(library), ...Object.keys(libraryOfGpu)];
  expect(names.filter((name) => !page.includes(name))).toEqual([]);
});
