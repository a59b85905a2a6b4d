import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/models/index.ts';
import type { Game } from '../../src/models/model.ts';
import { vectorFieldJvpOf } from '../../src/models/modifiers.ts';
import type { Values } from '../../src/models/parameter.ts';
import { columnsOf } from '../support/jvp.ts';
import { gameOf, VARIANTS } from '../support/variants.ts';

describe('the critical value', () => {
  const modifiers = [
    { l2: 0, rateD: 1, rateG: 1 },
    { l2: 0.3, rateD: 1, rateG: 1 },
    { l2: 0.1, rateD: 2.5, rateG: 0.4 },
    { l2: 0.7, rateD: 0.3, rateG: 2 },
  ];
  const cases = [
    ...VARIANTS.flatMap(({ name, model, values }) =>
      modifiers.map((each) => ({ name, model, values: { ...values, ...each } })),
    ),
    ...[
      ['wgan-gp', { lambda: 0, c: 1 }],
      ['lsgan', { a: -0.3, g: 1.7 }],
      ['lsgan', { a: 1.5, g: -0.5 }],
    ].map(([id, change]) => {
      const { model, values } = VARIANTS.find((variant) => variant.model.id === id)!;
      const changed = { ...values, ...modifiers[2], ...(change as Values) };
      return { name: `${model.id} ${JSON.stringify(change)}`, model, values: changed };
    }),
  ].map((each) => ({ ...each, critical: each.model.critical?.(each.values) }));

  /** Half the difference of the eigenvalues, squared: both components move alike and apart. */
  function discriminantOf(game: Game, values: Values): number {
    const [first, , third] = columnsOf(vectorFieldJvpOf(game, values), new Float64Array(4));
    const [p, q, r, s] = [first![0]!, third![0]!, first![2]!, third![2]!];
    return ((p - s) / 2) ** 2 + q * r;
  }

  const found = cases.filter(({ critical }) => critical !== undefined);
  it.each(found)(
    'of $name is where the eigenvalues meet, L2 $values.l2, rates $values.rateD, $values.rateG',
    (each) => {
      const { model, values, critical } = each;
      const at = (value: number) => {
        const changed = { ...values, [critical!.parameter]: value };
        return discriminantOf(model.game(changed), changed);
      };
      expect([...model.parameters.map(({ name }) => name), 'l2']).toContain(critical!.parameter);
      expect(critical!.value).toBeGreaterThanOrEqual(0);
      expect(at(critical!.value)).toBeCloseTo(0, 12);
      expect(at(critical!.value - 0.01)).toBeLessThan(-1e-4);
      expect(at(critical!.value + 0.01)).toBeGreaterThan(1e-4);
    },
  );

  it('is there for every model but wgan, and for each variant that has one', () => {
    expect(MODELS.filter(({ critical }) => !critical).map(({ id }) => id)).toEqual(['wgan']);
    const missing = cases.filter(({ critical }) => critical === undefined).map(({ name }) => name);
    // The penalty makes these singular, and with a = 0 phi stands still to first order.
    expect([...new Set(missing)].toSorted()).toEqual([
      'lsgan a=0 g=1',
      'wgan',
      'wgan-gp',
      'wgan-gp lambda=1.5',
    ]);
  });

  const criticalOf = (id: string, change: Values) => {
    const { model, values } = VARIANTS.find((variant) => variant.model.id === id)!;
    return model.critical!({ ...values, ...modifiers[0], ...change });
  };

  it('is that of the theory', () => {
    expect(criticalOf('wgan-gp', { c: 0 })).toEqual({ parameter: 'lambda', value: 1 });
    expect(criticalOf('wgan-gp', { c: 0, l2: 0.5 })).toEqual({ parameter: 'lambda', value: 0.75 });
    for (const id of ['ns-gan', 'saturating-gan']) {
      expect(criticalOf(id, {})).toEqual({ parameter: 'l2', value: 1 });
      expect(criticalOf(id, { rateD: 4, rateG: 1 })).toEqual({ parameter: 'l2', value: 0.5 });
    }
    expect(criticalOf('hinge-gan', {})).toEqual({ parameter: 'l2', value: 2 });
  });

  it('is none for a saddle, nor for a penalty where L2 is beyond it', () => {
    const saddle = { a: 1, g: 0.5 };
    expect(criticalOf('lsgan', saddle)).toBeUndefined();
    for (const l2 of [0, 0.5, 1.4, 3]) {
      const values = { ...modifiers[0], l2 };
      expect(discriminantOf(gameOf('lsgan', saddle), values)).toBeGreaterThan(0.1);
    }
    expect(criticalOf('wgan-gp', { c: 0, l2: 2.1 })).toBeUndefined();
    expect(criticalOf('wgan-div', { p: 2, l2: 2.1 })).toBeUndefined();
  });
});
