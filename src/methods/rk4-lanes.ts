// Written by `node scripts/rk4-lanes.js`.
import type { Field } from '../models/model.ts';
import { ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { larger, type LaneStepper } from './method.ts';
import { resolves } from './rk4-refinement.ts';

/**
 * `rk4` for two states, a and b, with every number in a local variable: what the first waits for, the
 * second's arithmetic fills. The results are those of `rk4`'s stepper, bit for bit.
 */
export function rk4LaneStepper(field: Field): LaneStepper {
  return (one: ChunkBuffer, other: ChunkBuffer, steps: number, h: number) => {
    const half = h / 2;
    const sixth = h / 6;
    let a1 = one[0]!;
    let a2 = one[1]!;
    let a3 = one[2]!;
    let a4 = one[3]!;
    let b1 = other[0]!;
    let b2 = other[1]!;
    let b3 = other[2]!;
    let b4 = other[3]!;
    for (let row = ROW; row <= steps * ROW; row += ROW) {
      // Derivatives of stages 1 and 2, once they are computed.
      let a1First = 0;
      let a1Second = 0;
      let a2First = 0;
      let a2Second = 0;
      let a3First = 0;
      let a3Second = 0;
      let a4First = 0;
      let a4Second = 0;
      let b1First = 0;
      let b1Second = 0;
      let b2First = 0;
      let b2Second = 0;
      let b3First = 0;
      let b3Second = 0;
      let b4First = 0;
      let b4Second = 0;
      // Two stages a round: V8 takes some 900 bytecodes of other functions into one, four fields or so.
      for (let round = 1; ; round = 2) {
        const ak = field(
          a1 + half * a1Second,
          a2 + half * a2Second,
          a3 + half * a3Second,
          a4 + half * a4Second,
        );
        const bk = field(
          b1 + half * b1Second,
          b2 + half * b2Second,
          b3 + half * b3Second,
          b4 + half * b4Second,
        );
        const reach = round === 1 ? half : h;
        const an = field(
          a1 + reach * ak.phi1,
          a2 + reach * ak.phi2,
          a3 + reach * ak.theta1,
          a4 + reach * ak.theta2,
        );
        const bn = field(
          b1 + reach * bk.phi1,
          b2 + reach * bk.phi2,
          b3 + reach * bk.theta1,
          b4 + reach * bk.theta2,
        );
        if (round === 1) {
          a1First = ak.phi1;
          a2First = ak.phi2;
          a3First = ak.theta1;
          a4First = ak.theta2;
          a1Second = an.phi1;
          a2Second = an.phi2;
          a3Second = an.theta1;
          a4Second = an.theta2;
          b1First = bk.phi1;
          b2First = bk.phi2;
          b3First = bk.theta1;
          b4First = bk.theta2;
          b1Second = bn.phi1;
          b2Second = bn.phi2;
          b3Second = bn.theta1;
          b4Second = bn.theta2;
          continue;
        }
        const a1Change = sixth * (a1First + 2 * (a1Second + ak.phi1) + an.phi1);
        const a2Change = sixth * (a2First + 2 * (a2Second + ak.phi2) + an.phi2);
        const a3Change = sixth * (a3First + 2 * (a3Second + ak.theta1) + an.theta1);
        const a4Change = sixth * (a4First + 2 * (a4Second + ak.theta2) + an.theta2);
        const aDisagreement =
          (ak.phi1 - a1Second) ** 2 +
          (ak.phi2 - a2Second) ** 2 +
          (ak.theta1 - a3Second) ** 2 +
          (ak.theta2 - a4Second) ** 2;
        const aBend =
          (a1First - a1Second - ak.phi1 + an.phi1) ** 2 +
          (a2First - a2Second - ak.phi2 + an.phi2) ** 2 +
          (a3First - a3Second - ak.theta1 + an.theta1) ** 2 +
          (a4First - a4Second - ak.theta2 + an.theta2) ** 2;
        const aScale = a1 ** 2 + a2 ** 2 + a3 ** 2 + a4 ** 2;
        const aRatioSquared = aScale === 0 ? 0 : (h * h * larger(aDisagreement, aBend)) / aScale;
        const aTurn =
          (a1Second - a1First) ** 2 +
          (a2Second - a2First) ** 2 +
          (a3Second - a3First) ** 2 +
          (a4Second - a4First) ** 2;
        const aSize = a1First ** 2 + a2First ** 2 + a3First ** 2 + a4First ** 2;
        if (!resolves(aRatioSquared, h, aDisagreement, aTurn, aSize)) return row / ROW - 1;
        const aChangeSquared = a1Change ** 2 + a2Change ** 2 + a3Change ** 2 + a4Change ** 2;
        a1 += a1Change;
        a2 += a2Change;
        a3 += a3Change;
        a4 += a4Change;
        one[row] = a1;
        one[row + 1] = a2;
        one[row + 2] = a3;
        one[row + 3] = a4;
        one[row + 4] = aRatioSquared;
        one[row + 5] = Math.sqrt(aChangeSquared) / h;
        const b1Change = sixth * (b1First + 2 * (b1Second + bk.phi1) + bn.phi1);
        const b2Change = sixth * (b2First + 2 * (b2Second + bk.phi2) + bn.phi2);
        const b3Change = sixth * (b3First + 2 * (b3Second + bk.theta1) + bn.theta1);
        const b4Change = sixth * (b4First + 2 * (b4Second + bk.theta2) + bn.theta2);
        const bDisagreement =
          (bk.phi1 - b1Second) ** 2 +
          (bk.phi2 - b2Second) ** 2 +
          (bk.theta1 - b3Second) ** 2 +
          (bk.theta2 - b4Second) ** 2;
        const bBend =
          (b1First - b1Second - bk.phi1 + bn.phi1) ** 2 +
          (b2First - b2Second - bk.phi2 + bn.phi2) ** 2 +
          (b3First - b3Second - bk.theta1 + bn.theta1) ** 2 +
          (b4First - b4Second - bk.theta2 + bn.theta2) ** 2;
        const bScale = b1 ** 2 + b2 ** 2 + b3 ** 2 + b4 ** 2;
        const bRatioSquared = bScale === 0 ? 0 : (h * h * larger(bDisagreement, bBend)) / bScale;
        const bTurn =
          (b1Second - b1First) ** 2 +
          (b2Second - b2First) ** 2 +
          (b3Second - b3First) ** 2 +
          (b4Second - b4First) ** 2;
        const bSize = b1First ** 2 + b2First ** 2 + b3First ** 2 + b4First ** 2;
        if (!resolves(bRatioSquared, h, bDisagreement, bTurn, bSize)) return row / ROW - 1;
        const bChangeSquared = b1Change ** 2 + b2Change ** 2 + b3Change ** 2 + b4Change ** 2;
        b1 += b1Change;
        b2 += b2Change;
        b3 += b3Change;
        b4 += b4Change;
        other[row] = b1;
        other[row + 1] = b2;
        other[row + 2] = b3;
        other[row + 3] = b4;
        other[row + 4] = bRatioSquared;
        other[row + 5] = Math.sqrt(bChangeSquared) / h;
        break;
      }
    }
    return steps;
  };
}
