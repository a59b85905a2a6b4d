import { beforeAll, describe, expect, test } from 'vitest';
import { withValues } from '../../../src/experiment/experiment.ts';
import { modelOf } from '../../../src/experiment/parameters.ts';
import { isTaken } from '../../../src/experiment/format/read-game.ts';
import { DERIVED_FIELDS } from '../../../src/gpu/derived.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { gpuEngine } from '../../../src/gpu/engine.ts';
import { kernelOf } from '../../../src/gpu/programs.ts';
import { MEASURES } from '../../../src/measures/index.ts';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';
import { onArrays, vectorFieldJvpOf } from '../../../src/models/modifiers.ts';
import { along } from '../../support/jvp.ts';
import { experimentWithGame, TYPED_GAMES } from '../../support/expressions/games.ts';
import { randomSource, randomStates } from '../../support/random.ts';
import { rounded } from '../../support/variants.ts';
import { compile } from '../../support/wgsl/compile.ts';
import { softwareContext } from '../../support/wgsl/context.ts';
import { evaluate } from '../../support/wgsl/evaluate.ts';
import { compileWithNaga } from '../../support/wgsl/naga.ts';

const COUNT = 512;

/** float32 rounds at 6e-8; a field is some ten operations and may cancel to a tenth. */
const TOLERANCE = 1e-5;

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

describe('a typed model has its field and Jacobian in WGSL', () => {
  test.each(TYPED_GAMES)('$name', async ({ experiment: typed }) => {
    const experiment = withValues(typed, rounded(typed.values));
    const states = randomStates(randomSource(7), COUNT, 0.1, 3);
    const tangents = randomStates(randomSource(8), COUNT, 1, 1);
    const inputs = { s: states, t: tangents };
    const fields = await evaluate(context, experiment, 'field(s)', { s: states });
    const jvps = await evaluate(context, experiment, 'jvp(s, t)', inputs);
    const game = modelOf(experiment).game(experiment.values);
    const expected = new Float64Array(4);
    const corrected = withValues(experiment, { consensus: 0.5 });
    const jvp = vectorFieldJvpOf(game, corrected.values);
    const correctedJvps = await evaluate(context, corrected, 'vectorFieldJvp(s, t)', inputs);
    for (let row = 0; row < COUNT; row++) {
      const s = states.slice(4 * row, 4 * row + 4);
      const t = tangents.slice(4 * row, 4 * row + 4);
      if (Math.abs(s[0]! * s[2]! + s[1]! * s[3]! + 1) < 1e-5) continue;
      onArrays(game.field)(s, expected);
      expectNear(fields.subarray(4 * row, 4 * row + 4), expected, s);
      expectNear(jvps.subarray(4 * row, 4 * row + 4), along(game.jvp, s, t), s);
      // Lengths of 0.1 are divided by three times more than once.
      if (Math.min(Math.hypot(s[0]!, s[1]!), Math.hypot(s[2]!, s[3]!)) < 0.5) continue;
      jvp(s, t, expected);
      expectNear(correctedJvps.subarray(4 * row, 4 * row + 4), expected, s);
    }
  });
});

function expectNear(got: Float32Array, expected: Float64Array, s: Float64Array): void {
  const size = Math.hypot(...expected) + Math.hypot(...s);
  got.forEach((x, i) => {
    expect(Math.abs(x - expected[i]!) / size, s.join()).toBeLessThan(TOLERANCE);
  });
}

test('what has sunk into the rounding of its target has converged; elsewhere it is stuck', async () => {
  const game = { field: { theta1: 'x - x^3', phi1: '-y' }, target: [0, 0, 1, 0] };
  const starts = Float64Array.of(0.3, 0, 0.5, 0, 0.3, 0, -0.5, 0);
  const results = await gpuEngine(context).measure(experimentWithGame(game), starts);
  const column = MEASURES.findIndex(({ id }) => id === 'outcome');
  const labels = [0, 1].map((row) => OUTCOMES[results[row * MEASURES.length + column]!]);
  expect(labels).toEqual(['converged', 'stuck']);
});

test('no parameter of a game has the name of what kernels have beside parameters', () => {
  expect(DERIVED_FIELDS.filter(({ name }) => !isTaken(name))).toEqual([]);
});

test('kernels of games with reserved words for parameters compile, by Tint and naga', async () => {
  const experiment = experimentWithGame({
    lossD: 'loop*softplus(u) + active*max(0, p - target)^2 + sin(u)*tanh(q) + vec4f^p',
    lossG: 'atan(theta1)*sinh(phi2)*cosh(u) + tan(x)*fn + if(u > 0, sqrt(q), -log(1+p)) - u/p',
  });
  const sources = (['map', 'trace', 'flow/advect'] as const).map((kernel) => ({
    name: kernel,
    code: kernelOf(kernel, experiment, kernel === 'map' ? { varied: ['loop', 'l2'] } : {}).code,
  }));
  expect(await compile(context.device, sources)).toEqual([]);
  expect(await compileWithNaga(sources)).toEqual([]);
});

test('basins have the same numbers on both engines, whatever the target', async () => {
  // With u = x + y^2: u' = u - u^3 and y' = -y.
  const field = { theta1: '(x + y^2) - (x + y^2)^3 + 2*y^2', phi1: '-y' };
  const starts = randomStates(randomSource(11), 60, 1.5, 1.5).map((x, i) => (i % 2 === 0 ? x : 0));
  const gpu = gpuEngine(context);
  for (const target of [undefined, [0, 0, 1, 0]]) {
    const experiment = withValues(experimentWithGame({ field, ...(target && { target }) }), {
      time: 40,
    });
    const results = await gpu.measure(experiment, starts, { measures: ['basin'] });
    const column = MEASURES.findIndex(({ id }) => id === 'basin');
    for (let i = 0; i < starts.length / 4; i++) {
      const [phi1, theta1] = [starts[4 * i]!, starts[4 * i + 2]!];
      expect(results[MEASURES.length * i + column]).toBe(theta1 + phi1 ** 2 > 0 ? 3 : 1);
    }
    // Nobody asks for them here.
    const others = await gpu.measure(experiment, starts.slice(0, 8), { measures: ['outcome'] });
    expect(others[column]).toBeNaN();
  }
  gpu.destroy();
});
