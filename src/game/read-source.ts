/** The shape of a game, as links, flags and files have it. */
import * as v from 'valibot';
import { COMPONENTS } from '../models/state.ts';
import type { GameSource } from './game-source.ts';

const text = v.string();
const line = v.pipe(v.string(), v.maxLength(200));

/** Of a parameter's range and of a target; sliders and uniforms have float32. */
const bound = v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6));

const range = v.pipe(
  v.strictObject({
    default: v.optional(bound),
    min: v.optional(bound),
    max: v.optional(bound),
    doc: v.optional(line),
  }),
  v.check(({ default: standard, min = 0, max = 4 }) => {
    return min < max && (standard === undefined || (min <= standard && standard <= max));
  }),
);

const common = {
  title: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
  source: v.optional(line),
  parameters: v.optional(v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,23}$/)), range)),
  target: v.optional(v.strictTuple([bound, bound, bound, bound])),
};

const field = v.pipe(
  v.strictObject(Object.fromEntries(COMPONENTS.map((name) => [name, v.optional(text)]))),
  v.check((parts) => Object.keys(parts).length > 0),
);

const schema = v.union([
  v.strictObject({ ...common, lossD: text, lossG: text }),
  v.strictObject({ ...common, minMax: text }),
  v.strictObject({ ...common, field }),
]);

/** A game, or undefined for a value that is none. */
export function readSource(value: unknown): GameSource | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? (result.output as GameSource) : undefined;
}
