/**
 * One step of RK4, its length in `diagnostics[0]`: writes the new state over the old one, and squared error ratio
 * and speed into both `diagnostics`, as the cpu engine finds them.
 */
export type PlainStep = (s: Float64Array, diagnostics: Float64Array) => void;

export type PlainModel = 'ns-gan' | 'wgan' | 'wgan-gp' | 'gan-qp';

/** With the models' default parameters. */
export const PLAIN_STEPS: Readonly<Record<PlainModel, PlainStep>> = {
  'ns-gan': nsGan,
  wgan: wgan,
  'wgan-gp': wganGp,
  'gan-qp': ganQp,
};

function nsGan(s: Float64Array, diagnostics: Float64Array): void {
  const h = diagnostics[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const u1 = a1 * c1 + b1 * d1;
  const fake1 = 1 / (1 + Math.exp(-u1));
  const real1 = 1 / (1 + Math.exp(u1));
  const aRate1 = -fake1 * c1;
  const bRate1 = -fake1 * d1;
  const cRate1 = real1 * a1;
  const dRate1 = real1 * b1;
  const a2 = a1 + (h / 2) * aRate1;
  const b2 = b1 + (h / 2) * bRate1;
  const c2 = c1 + (h / 2) * cRate1;
  const d2 = d1 + (h / 2) * dRate1;
  const u2 = a2 * c2 + b2 * d2;
  const fake2 = 1 / (1 + Math.exp(-u2));
  const real2 = 1 / (1 + Math.exp(u2));
  const aRate2 = -fake2 * c2;
  const bRate2 = -fake2 * d2;
  const cRate2 = real2 * a2;
  const dRate2 = real2 * b2;
  const a3 = a1 + (h / 2) * aRate2;
  const b3 = b1 + (h / 2) * bRate2;
  const c3 = c1 + (h / 2) * cRate2;
  const d3 = d1 + (h / 2) * dRate2;
  const u3 = a3 * c3 + b3 * d3;
  const fake3 = 1 / (1 + Math.exp(-u3));
  const real3 = 1 / (1 + Math.exp(u3));
  const aRate3 = -fake3 * c3;
  const bRate3 = -fake3 * d3;
  const cRate3 = real3 * a3;
  const dRate3 = real3 * b3;
  const a4 = a1 + h * aRate3;
  const b4 = b1 + h * bRate3;
  const c4 = c1 + h * cRate3;
  const d4 = d1 + h * dRate3;
  const u4 = a4 * c4 + b4 * d4;
  const fake4 = 1 / (1 + Math.exp(-u4));
  const real4 = 1 / (1 + Math.exp(u4));
  const aRate4 = -fake4 * c4;
  const bRate4 = -fake4 * d4;
  const cRate4 = real4 * a4;
  const dRate4 = real4 * b4;
  const aChange = (h * (aRate1 + 2 * (aRate2 + aRate3) + aRate4)) / 6;
  const bChange = (h * (bRate1 + 2 * (bRate2 + bRate3) + bRate4)) / 6;
  const cChange = (h * (cRate1 + 2 * (cRate2 + cRate3) + cRate4)) / 6;
  const dChange = (h * (dRate1 + 2 * (dRate2 + dRate3) + dRate4)) / 6;
  const disagreement =
    (aRate3 - aRate2) ** 2 +
    (bRate3 - bRate2) ** 2 +
    (cRate3 - cRate2) ** 2 +
    (dRate3 - dRate2) ** 2;
  const bend =
    (aRate1 - aRate2 - aRate3 + aRate4) ** 2 +
    (bRate1 - bRate2 - bRate3 + bRate4) ** 2 +
    (cRate1 - cRate2 - cRate3 + cRate4) ** 2 +
    (dRate1 - dRate2 - dRate3 + dRate4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  diagnostics[0] = (h * h * Math.max(disagreement, bend)) / scale;
  diagnostics[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}

function wgan(s: Float64Array, diagnostics: Float64Array): void {
  const h = diagnostics[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const norm1 = Math.sqrt(a1 * a1 + b1 * b1);
  const turning1 = (a1 * d1 - b1 * c1) / (norm1 * norm1 * norm1);
  const aRate1 = turning1 * b1;
  const bRate1 = -turning1 * a1;
  const cRate1 = a1 / norm1;
  const dRate1 = b1 / norm1;
  const a2 = a1 + (h / 2) * aRate1;
  const b2 = b1 + (h / 2) * bRate1;
  const c2 = c1 + (h / 2) * cRate1;
  const d2 = d1 + (h / 2) * dRate1;
  const norm2 = Math.sqrt(a2 * a2 + b2 * b2);
  const turning2 = (a2 * d2 - b2 * c2) / (norm2 * norm2 * norm2);
  const aRate2 = turning2 * b2;
  const bRate2 = -turning2 * a2;
  const cRate2 = a2 / norm2;
  const dRate2 = b2 / norm2;
  const a3 = a1 + (h / 2) * aRate2;
  const b3 = b1 + (h / 2) * bRate2;
  const c3 = c1 + (h / 2) * cRate2;
  const d3 = d1 + (h / 2) * dRate2;
  const norm3 = Math.sqrt(a3 * a3 + b3 * b3);
  const turning3 = (a3 * d3 - b3 * c3) / (norm3 * norm3 * norm3);
  const aRate3 = turning3 * b3;
  const bRate3 = -turning3 * a3;
  const cRate3 = a3 / norm3;
  const dRate3 = b3 / norm3;
  const a4 = a1 + h * aRate3;
  const b4 = b1 + h * bRate3;
  const c4 = c1 + h * cRate3;
  const d4 = d1 + h * dRate3;
  const norm4 = Math.sqrt(a4 * a4 + b4 * b4);
  const turning4 = (a4 * d4 - b4 * c4) / (norm4 * norm4 * norm4);
  const aRate4 = turning4 * b4;
  const bRate4 = -turning4 * a4;
  const cRate4 = a4 / norm4;
  const dRate4 = b4 / norm4;
  const aChange = (h * (aRate1 + 2 * (aRate2 + aRate3) + aRate4)) / 6;
  const bChange = (h * (bRate1 + 2 * (bRate2 + bRate3) + bRate4)) / 6;
  const cChange = (h * (cRate1 + 2 * (cRate2 + cRate3) + cRate4)) / 6;
  const dChange = (h * (dRate1 + 2 * (dRate2 + dRate3) + dRate4)) / 6;
  const disagreement =
    (aRate3 - aRate2) ** 2 +
    (bRate3 - bRate2) ** 2 +
    (cRate3 - cRate2) ** 2 +
    (dRate3 - dRate2) ** 2;
  const bend =
    (aRate1 - aRate2 - aRate3 + aRate4) ** 2 +
    (bRate1 - bRate2 - bRate3 + bRate4) ** 2 +
    (cRate1 - cRate2 - cRate3 + cRate4) ** 2 +
    (dRate1 - dRate2 - dRate3 + dRate4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  diagnostics[0] = (h * h * Math.max(disagreement, bend)) / scale;
  diagnostics[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}

function wganGp(s: Float64Array, diagnostics: Float64Array): void {
  const h = diagnostics[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const push1 = 0.2 * (1 - 1 / Math.sqrt(a1 * a1 + b1 * b1));
  const aRate1 = -c1 - push1 * a1;
  const bRate1 = -d1 - push1 * b1;
  const cRate1 = a1;
  const dRate1 = b1;
  const a2 = a1 + (h / 2) * aRate1;
  const b2 = b1 + (h / 2) * bRate1;
  const c2 = c1 + (h / 2) * cRate1;
  const d2 = d1 + (h / 2) * dRate1;
  const push2 = 0.2 * (1 - 1 / Math.sqrt(a2 * a2 + b2 * b2));
  const aRate2 = -c2 - push2 * a2;
  const bRate2 = -d2 - push2 * b2;
  const cRate2 = a2;
  const dRate2 = b2;
  const a3 = a1 + (h / 2) * aRate2;
  const b3 = b1 + (h / 2) * bRate2;
  const c3 = c1 + (h / 2) * cRate2;
  const d3 = d1 + (h / 2) * dRate2;
  const push3 = 0.2 * (1 - 1 / Math.sqrt(a3 * a3 + b3 * b3));
  const aRate3 = -c3 - push3 * a3;
  const bRate3 = -d3 - push3 * b3;
  const cRate3 = a3;
  const dRate3 = b3;
  const a4 = a1 + h * aRate3;
  const b4 = b1 + h * bRate3;
  const c4 = c1 + h * cRate3;
  const d4 = d1 + h * dRate3;
  const push4 = 0.2 * (1 - 1 / Math.sqrt(a4 * a4 + b4 * b4));
  const aRate4 = -c4 - push4 * a4;
  const bRate4 = -d4 - push4 * b4;
  const cRate4 = a4;
  const dRate4 = b4;
  const aChange = (h * (aRate1 + 2 * (aRate2 + aRate3) + aRate4)) / 6;
  const bChange = (h * (bRate1 + 2 * (bRate2 + bRate3) + bRate4)) / 6;
  const cChange = (h * (cRate1 + 2 * (cRate2 + cRate3) + cRate4)) / 6;
  const dChange = (h * (dRate1 + 2 * (dRate2 + dRate3) + dRate4)) / 6;
  const disagreement =
    (aRate3 - aRate2) ** 2 +
    (bRate3 - bRate2) ** 2 +
    (cRate3 - cRate2) ** 2 +
    (dRate3 - dRate2) ** 2;
  const bend =
    (aRate1 - aRate2 - aRate3 + aRate4) ** 2 +
    (bRate1 - bRate2 - bRate3 + bRate4) ** 2 +
    (cRate1 - cRate2 - cRate3 + cRate4) ** 2 +
    (dRate1 - dRate2 - dRate3 + dRate4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  diagnostics[0] = (h * h * Math.max(disagreement, bend)) / scale;
  diagnostics[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}

function ganQp(s: Float64Array, diagnostics: Float64Array): void {
  const h = diagnostics[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const push1 = 1 + (a1 * c1 + b1 * d1) / Math.sqrt(c1 * c1 + d1 * d1);
  const aRate1 = -push1 * c1;
  const bRate1 = -push1 * d1;
  const cRate1 = a1;
  const dRate1 = b1;
  const a2 = a1 + (h / 2) * aRate1;
  const b2 = b1 + (h / 2) * bRate1;
  const c2 = c1 + (h / 2) * cRate1;
  const d2 = d1 + (h / 2) * dRate1;
  const push2 = 1 + (a2 * c2 + b2 * d2) / Math.sqrt(c2 * c2 + d2 * d2);
  const aRate2 = -push2 * c2;
  const bRate2 = -push2 * d2;
  const cRate2 = a2;
  const dRate2 = b2;
  const a3 = a1 + (h / 2) * aRate2;
  const b3 = b1 + (h / 2) * bRate2;
  const c3 = c1 + (h / 2) * cRate2;
  const d3 = d1 + (h / 2) * dRate2;
  const push3 = 1 + (a3 * c3 + b3 * d3) / Math.sqrt(c3 * c3 + d3 * d3);
  const aRate3 = -push3 * c3;
  const bRate3 = -push3 * d3;
  const cRate3 = a3;
  const dRate3 = b3;
  const a4 = a1 + h * aRate3;
  const b4 = b1 + h * bRate3;
  const c4 = c1 + h * cRate3;
  const d4 = d1 + h * dRate3;
  const push4 = 1 + (a4 * c4 + b4 * d4) / Math.sqrt(c4 * c4 + d4 * d4);
  const aRate4 = -push4 * c4;
  const bRate4 = -push4 * d4;
  const cRate4 = a4;
  const dRate4 = b4;
  const aChange = (h * (aRate1 + 2 * (aRate2 + aRate3) + aRate4)) / 6;
  const bChange = (h * (bRate1 + 2 * (bRate2 + bRate3) + bRate4)) / 6;
  const cChange = (h * (cRate1 + 2 * (cRate2 + cRate3) + cRate4)) / 6;
  const dChange = (h * (dRate1 + 2 * (dRate2 + dRate3) + dRate4)) / 6;
  const disagreement =
    (aRate3 - aRate2) ** 2 +
    (bRate3 - bRate2) ** 2 +
    (cRate3 - cRate2) ** 2 +
    (dRate3 - dRate2) ** 2;
  const bend =
    (aRate1 - aRate2 - aRate3 + aRate4) ** 2 +
    (bRate1 - bRate2 - bRate3 + bRate4) ** 2 +
    (cRate1 - cRate2 - cRate3 + cRate4) ** 2 +
    (dRate1 - dRate2 - dRate3 + dRate4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  diagnostics[0] = (h * h * Math.max(disagreement, bend)) / scale;
  diagnostics[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}
