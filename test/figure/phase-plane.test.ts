import { expect, test } from 'vitest';
import { phasePlaneOf } from '../../src/cpu/phase-plane/index.ts';
import { withValues } from '../../src/experiment/experiment.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { phasePlaneMarks } from '../../src/figure/overlays/phase-plane.ts';
import { documentOf } from '../../src/figure/svg.ts';
import { compileGame } from '../../src/game/compile-game.ts';

const DOUBLE_WELL = { field: { theta1: 'y', phi1: 'x - x^3 - 0.3*y' } };
const PANE = { x: 0, y: 0, width: 400, height: 400 };
const OPTIONS = {
  kind: 'flow',
  theme: 'light',
  fonts: { text: 'sans-serif', math: 'serif' },
  em: 12,
} as const;

function drawn(tools: Readonly<Record<string, boolean>>): string {
  const { experiment } = fromQuery(
    `model=custom&game=${encodeURIComponent(JSON.stringify(DOUBLE_WELL))}&x=theta1:-2:2&y=phi1:-2:2`,
    compileGame,
  );
  const shown = withValues(experiment, tools);
  const phasePlane = phasePlaneOf(shown, [[0, 0, 0, 0]]);
  return documentOf(PANE, {}, phasePlaneMarks(phasePlane, shown.slice, PANE, OPTIONS));
}

test('each tool is drawn by its own switch, with its name on the line', () => {
  const nothing = drawn({});
  expect(nothing).not.toContain('<path');
  expect(drawn({ vectors: true })).not.toContain('<text');
  const nullclines = drawn({ nullclines: true });
  expect(nullclines.match(/<text/g)).toHaveLength(2);
  expect(nullclines).toContain('′');
  expect(nullclines).not.toContain('manifold');
  const separatrices = drawn({ separatrices: true });
  expect(separatrices).toContain('>stable manifold<');
  expect(separatrices).toContain('>unstable manifold<');
  expect(separatrices).not.toContain('NaN');
});
