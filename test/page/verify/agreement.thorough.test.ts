import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../src/experiment/engine.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { numberOf, withValues, type Experiment } from '../../../src/experiment/experiment.ts';
import { PRESETS } from '../../../src/experiment/presets.ts';
import { fromQuery, toQuery } from '../../../src/experiment/format/url.ts';
import { colourOf, scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { pixelsOf, settled } from '../helpers.ts';

const SIDE = 64;

/** Colours of two neighbouring pixels may be mixed at most this far from a pixel's own centre. */
const NEAR = 24;

/** The preset at a horizon that a software adapter reaches soon. */
function small(query: string): Experiment {
  const { experiment } = fromQuery(query);
  const [whole, step] = ['time', 'step'].map((name) => numberOf(experiment, name));
  // A plane over the step keeps its horizon: to a shorter one the engines part over 3% of its labels,
  // between converging and undecided.
  const overSteps = Object.values(experiment.parameterAxes ?? {}).some(
    ({ parameter }) => parameter === 'step',
  );
  const time = overSteps ? whole! : Math.min(whole!, Math.max(12, 6 * step!));
  // Lines of theory and their labels would lie over pixels.
  const bare = { resolution: SIDE, particles: 1024, theme: 'dark', theory: false };
  return withValues(experiment, { time, ...bare });
}

/** What decides how a preset's map is drawn, where the gpu tests compare all that is measured. */
function drawnAs(query: string): string {
  const { values, parameterAxes } = fromQuery(query).experiment;
  return [values['measure'], parameterAxes === undefined ? 'phase' : 'parameters'].join(' ');
}

/** One preset of each way to draw a map of single starts; the others show a diagram, or shares. */
const MAPS = PRESETS.filter(({ query }) => {
  const { diagram, ensemble } = fromQuery(query).experiment;
  return diagram === undefined && ensemble === undefined;
});
const DRAWN = MAPS.filter(
  ({ query }, i) => MAPS.findIndex((other) => drawnAs(other.query) === drawnAs(query)) === i,
);

describe('what the browser’s WGSL draws is what float64 computes', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    // A frame with the map alone: no flow is compiled and drawn beside it.
    opened = await openPage({ path: `?embed=map&${toQuery(small(PRESETS[0]!.query))}` });
  });
  afterAll(() => opened.close());

  test.each(DRAWN.map(({ id, query }) => ({ id, query })))('$id', async ({ query }) => {
    const { page, problems } = opened;
    const experiment = small(query);
    await page.goto(new URL(`?embed=map&${toQuery(experiment)}`, page.url()).href);
    await settled(page);
    const drawn = await pixelsOf(page, 'map');

    const results = await mapOf(cpuEngine, experiment, { width: SIDE, height: SIDE });
    const scale = scaleFor(experiment, results, 'dark');
    const expected = new Uint8ClampedArray(4);
    let near = 0;
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < SIDE; column++) {
        colourOf(scale, results, (row * SIDE + column) * COLUMNS, expected, 0);
        const x = Math.floor(((column + 0.5) / SIDE) * drawn.width);
        const y = Math.floor((1 - (row + 0.5) / SIDE) * drawn.height);
        const at = 4 * (y * drawn.width + x);
        const apart = [0, 1, 2].map((i) => Math.abs(drawn.rgba[at + i]! - expected[i]!));
        if (Math.max(...apart) <= NEAR) near += 1;
      }
    }
    // Where neighbours differ by a whole palette, half a screen pixel off is another colour.
    expect(near / SIDE ** 2).toBeGreaterThan(0.97);
    expect(problems).toEqual([]);
  });
});
