import { ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { fallsBelowZero } from '../models/hermite.ts';
import type { VectorField } from '../models/modifiers.ts';
import { timeAfter, type Schedule } from './schedule.ts';
import { FLOAT64 } from './length-range.ts';

/**
 * When |theta| fell below eps: of a flow within the step or substep to a row, where the cubic Hermite
 * interpolant of |theta|^2 does, which is good to the order of RK4; where there is no field, after it.
 * @param row where the row begins, after which so many steps are done
 * @param share of a step that leads from the row before to this one
 */
export function timeBelow(
  settings: {
    readonly schedule: Schedule;
    readonly eps: number;
    readonly vectorField?: VectorField | undefined;
  },
  buffer: ChunkBuffer,
  row: number,
  steps: number,
  share: number,
): number {
  const { schedule, eps, vectorField } = settings;
  const after = timeAfter(schedule, steps);
  if (!vectorField) return after;
  const before = timeAfter(schedule, steps - share);
  const derivative = new Float64Array(4);
  /** |theta|^2 - eps^2, scaled so that squares do not underflow, and how it changes over the step. */
  const at = (beginning: number) => {
    const s = buffer.subarray(beginning, beginning + 4);
    vectorField(s, derivative);
    const [x, y] = [FLOAT64.scale * s[2]!, FLOAT64.scale * s[3]!];
    const change = 2 * FLOAT64.scale * (x * derivative[2]! + y * derivative[3]!) * (after - before);
    return { value: x * x + y * y - (FLOAT64.scale * eps) ** 2, change };
  };
  const [from, to] = [at(row - ROW), at(row)];
  const x = fallsBelowZero(from.value, to.value, from.change, to.change);
  return before + x * (after - before);
}
