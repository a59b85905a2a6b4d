import { expect, test } from 'vitest';
import { diagramAxis } from '../../src/experiment/diagram/diagram.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { layoutDiagram } from '../../src/figure/diagram/diagram-figure.ts';
import { movedShares } from '../../src/figure/diagram/moved-shares.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };
const BARE = { title: false, names: false, caption: false, engine: false };

const shares = (...codes: readonly number[]) => {
  const all = new Float64Array(codes.length * OUTCOMES.length);
  codes.forEach((code, column) => (all[column * OUTCOMES.length + code] = 1));
  return all;
};

test.for(['theta1', 'outcome'])('a figure of %s is as high as its place in the page', (of) => {
  const experiment = assign(defaultExperiment('ns-gan'), 'diagram', `l2:0:2;${of}`);
  for (const height of [300, 417, 800]) {
    const figure = layoutDiagram({
      experiment,
      diagram: experiment.diagram!,
      range: [-1, 1],
      shares: shares(0, 1, 2, 3, 4),
      size: { width: 400, height, fontSize: 12 },
      parts: BARE,
      theme: 'dark',
      fonts: FONTS,
    });
    // Panes have whole pixels.
    expect(figure.height).toBeGreaterThan(height - 4);
    expect(figure.height).toBeLessThanOrEqual(height);
    const [pane, below] = figure.panes;
    expect(pane!.x + pane!.width).toBeLessThanOrEqual(400);
    expect(below!.width).toBe(pane!.width);
    if (of !== 'outcome') expect(below!.y).toBeGreaterThan(pane!.y + pane!.height);
  }
});

test('shares stay where they were measured while another part of the axis is seen', () => {
  const experiment = assign(defaultExperiment('ns-gan'), 'diagram', 'l2:0:2;theta1');
  const axis = diagramAxis(experiment, experiment.diagram!);
  const measured = shares(0, 1, 2, 3);
  expect(movedShares(measured, axis, axis)).toBe(measured);
  // The right half, then a part to the left of all.
  expect(movedShares(measured, axis, { ...axis, min: 1 })).toEqual(shares(2, 2, 3, 3));
  const left = movedShares(measured, axis, { ...axis, min: -1, max: 1 });
  expect(left.subarray(0, 2 * OUTCOMES.length).every((share) => share === 0)).toBe(true);
  expect(left.subarray(2 * OUTCOMES.length)).toEqual(shares(0, 1));
});
