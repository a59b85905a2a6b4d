import { describe, expect, test } from 'vitest';
import { compileGame } from '../../src/game/compile-game.ts';
import { writtenAs } from '../../src/game/forms.ts';
import { formOf, FORMS } from '../../src/game/game-source.ts';
import type { GameSource } from '../../src/game/game-source.ts';
import { PAPER_GAMES } from '../../src/game/papers.ts';
import { startingPointOf } from '../../src/game/starting-points.ts';
import { playerOf } from '../../src/game/tape.ts';
import { MODELS } from '../../src/models/index.ts';
import { defaultsOf } from '../../src/models/parameter.ts';

const STATES = [
  [0.3, -0.7, 1.1, 0.4],
  [-1.6, 0.2, -0.5, 1.9],
];

/** The field of a game at some states, each parameter 0.7. */
function fieldsOf(source: unknown): readonly number[] {
  const { field, parameters } = compileGame(source);
  const values = Object.fromEntries(parameters.map(({ name }) => [name, 0.7]));
  const { registers, outputs, run } = playerOf(field, values);
  return STATES.flatMap((state) => {
    registers.set(state);
    run();
    return outputs.map((output) => registers[output]!);
  });
}

const GAMES: readonly (readonly [string, GameSource])[] = [
  ...PAPER_GAMES.map(({ id, game }) => {
    const { target: _, ...rest } = game;
    return [id, rest] as const;
  }),
  ...MODELS.map((model) => {
    return [model.id, startingPointOf(model, defaultsOf(model.parameters)).source] as const;
  }),
];

describe('a game in another form has the same field', () => {
  test.each(GAMES)('%s', (_, source) => {
    const own = fieldsOf(source);
    for (const form of FORMS) {
      const formulas = writtenAs(source, form);
      // Every game has a field; only a min-max game has other losses.
      expect(formulas !== undefined).toBe(
        form === 'field' || form === formOf(source) || (form === 'losses' && 'minMax' in source),
      );
      if (!formulas) continue;
      expect(formOf(formulas)).toBe(form);
      const other = fieldsOf({ ...formulas, parameters: source.parameters });
      // Some roundings: a field's text has its sums in the same order.
      other.forEach((x, i) => expect(x).toBeCloseTo(own[i]!, 12));
    }
  });
});
