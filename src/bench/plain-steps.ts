/**
 * One step of RK4, its length in `facts[0]`: writes the new state over the old one, and squared strain
 * and speed into both `facts`, as the cpu engine finds them.
 */
export type PlainStep = (s: Float64Array, facts: Float64Array) => void;

export type PlainModel = 'ns-gan' | 'wgan' | 'wgan-gp' | 'gan-qp';

/** With the models' default parameters. */
export const PLAIN_STEPS: Readonly<Record<PlainModel, PlainStep>> = {
  'ns-gan': nsGan,
  wgan: wgan,
  'wgan-gp': wganGp,
  'gan-qp': ganQp,
};

function nsGan(s: Float64Array, facts: Float64Array): void {
  const h = facts[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const u1 = a1 * c1 + b1 * d1;
  const fake1 = 1 / (1 + Math.exp(-u1));
  const real1 = 1 / (1 + Math.exp(u1));
  const aSlope1 = -fake1 * c1;
  const bSlope1 = -fake1 * d1;
  const cSlope1 = real1 * a1;
  const dSlope1 = real1 * b1;
  const a2 = a1 + (h / 2) * aSlope1;
  const b2 = b1 + (h / 2) * bSlope1;
  const c2 = c1 + (h / 2) * cSlope1;
  const d2 = d1 + (h / 2) * dSlope1;
  const u2 = a2 * c2 + b2 * d2;
  const fake2 = 1 / (1 + Math.exp(-u2));
  const real2 = 1 / (1 + Math.exp(u2));
  const aSlope2 = -fake2 * c2;
  const bSlope2 = -fake2 * d2;
  const cSlope2 = real2 * a2;
  const dSlope2 = real2 * b2;
  const a3 = a1 + (h / 2) * aSlope2;
  const b3 = b1 + (h / 2) * bSlope2;
  const c3 = c1 + (h / 2) * cSlope2;
  const d3 = d1 + (h / 2) * dSlope2;
  const u3 = a3 * c3 + b3 * d3;
  const fake3 = 1 / (1 + Math.exp(-u3));
  const real3 = 1 / (1 + Math.exp(u3));
  const aSlope3 = -fake3 * c3;
  const bSlope3 = -fake3 * d3;
  const cSlope3 = real3 * a3;
  const dSlope3 = real3 * b3;
  const a4 = a1 + h * aSlope3;
  const b4 = b1 + h * bSlope3;
  const c4 = c1 + h * cSlope3;
  const d4 = d1 + h * dSlope3;
  const u4 = a4 * c4 + b4 * d4;
  const fake4 = 1 / (1 + Math.exp(-u4));
  const real4 = 1 / (1 + Math.exp(u4));
  const aSlope4 = -fake4 * c4;
  const bSlope4 = -fake4 * d4;
  const cSlope4 = real4 * a4;
  const dSlope4 = real4 * b4;
  const aChange = (h * (aSlope1 + 2 * (aSlope2 + aSlope3) + aSlope4)) / 6;
  const bChange = (h * (bSlope1 + 2 * (bSlope2 + bSlope3) + bSlope4)) / 6;
  const cChange = (h * (cSlope1 + 2 * (cSlope2 + cSlope3) + cSlope4)) / 6;
  const dChange = (h * (dSlope1 + 2 * (dSlope2 + dSlope3) + dSlope4)) / 6;
  const disagreement =
    (aSlope3 - aSlope2) ** 2 +
    (bSlope3 - bSlope2) ** 2 +
    (cSlope3 - cSlope2) ** 2 +
    (dSlope3 - dSlope2) ** 2;
  const bend =
    (aSlope1 - aSlope2 - aSlope3 + aSlope4) ** 2 +
    (bSlope1 - bSlope2 - bSlope3 + bSlope4) ** 2 +
    (cSlope1 - cSlope2 - cSlope3 + cSlope4) ** 2 +
    (dSlope1 - dSlope2 - dSlope3 + dSlope4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  facts[0] = (h * h * Math.max(disagreement, bend)) / scale;
  facts[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}

function wgan(s: Float64Array, facts: Float64Array): void {
  const h = facts[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const norm1 = Math.sqrt(a1 * a1 + b1 * b1);
  const turning1 = (a1 * d1 - b1 * c1) / (norm1 * norm1 * norm1);
  const aSlope1 = turning1 * b1;
  const bSlope1 = -turning1 * a1;
  const cSlope1 = a1 / norm1;
  const dSlope1 = b1 / norm1;
  const a2 = a1 + (h / 2) * aSlope1;
  const b2 = b1 + (h / 2) * bSlope1;
  const c2 = c1 + (h / 2) * cSlope1;
  const d2 = d1 + (h / 2) * dSlope1;
  const norm2 = Math.sqrt(a2 * a2 + b2 * b2);
  const turning2 = (a2 * d2 - b2 * c2) / (norm2 * norm2 * norm2);
  const aSlope2 = turning2 * b2;
  const bSlope2 = -turning2 * a2;
  const cSlope2 = a2 / norm2;
  const dSlope2 = b2 / norm2;
  const a3 = a1 + (h / 2) * aSlope2;
  const b3 = b1 + (h / 2) * bSlope2;
  const c3 = c1 + (h / 2) * cSlope2;
  const d3 = d1 + (h / 2) * dSlope2;
  const norm3 = Math.sqrt(a3 * a3 + b3 * b3);
  const turning3 = (a3 * d3 - b3 * c3) / (norm3 * norm3 * norm3);
  const aSlope3 = turning3 * b3;
  const bSlope3 = -turning3 * a3;
  const cSlope3 = a3 / norm3;
  const dSlope3 = b3 / norm3;
  const a4 = a1 + h * aSlope3;
  const b4 = b1 + h * bSlope3;
  const c4 = c1 + h * cSlope3;
  const d4 = d1 + h * dSlope3;
  const norm4 = Math.sqrt(a4 * a4 + b4 * b4);
  const turning4 = (a4 * d4 - b4 * c4) / (norm4 * norm4 * norm4);
  const aSlope4 = turning4 * b4;
  const bSlope4 = -turning4 * a4;
  const cSlope4 = a4 / norm4;
  const dSlope4 = b4 / norm4;
  const aChange = (h * (aSlope1 + 2 * (aSlope2 + aSlope3) + aSlope4)) / 6;
  const bChange = (h * (bSlope1 + 2 * (bSlope2 + bSlope3) + bSlope4)) / 6;
  const cChange = (h * (cSlope1 + 2 * (cSlope2 + cSlope3) + cSlope4)) / 6;
  const dChange = (h * (dSlope1 + 2 * (dSlope2 + dSlope3) + dSlope4)) / 6;
  const disagreement =
    (aSlope3 - aSlope2) ** 2 +
    (bSlope3 - bSlope2) ** 2 +
    (cSlope3 - cSlope2) ** 2 +
    (dSlope3 - dSlope2) ** 2;
  const bend =
    (aSlope1 - aSlope2 - aSlope3 + aSlope4) ** 2 +
    (bSlope1 - bSlope2 - bSlope3 + bSlope4) ** 2 +
    (cSlope1 - cSlope2 - cSlope3 + cSlope4) ** 2 +
    (dSlope1 - dSlope2 - dSlope3 + dSlope4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  facts[0] = (h * h * Math.max(disagreement, bend)) / scale;
  facts[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}

function wganGp(s: Float64Array, facts: Float64Array): void {
  const h = facts[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const push1 = 0.2 * (1 - 1 / Math.sqrt(a1 * a1 + b1 * b1));
  const aSlope1 = -c1 - push1 * a1;
  const bSlope1 = -d1 - push1 * b1;
  const cSlope1 = a1;
  const dSlope1 = b1;
  const a2 = a1 + (h / 2) * aSlope1;
  const b2 = b1 + (h / 2) * bSlope1;
  const c2 = c1 + (h / 2) * cSlope1;
  const d2 = d1 + (h / 2) * dSlope1;
  const push2 = 0.2 * (1 - 1 / Math.sqrt(a2 * a2 + b2 * b2));
  const aSlope2 = -c2 - push2 * a2;
  const bSlope2 = -d2 - push2 * b2;
  const cSlope2 = a2;
  const dSlope2 = b2;
  const a3 = a1 + (h / 2) * aSlope2;
  const b3 = b1 + (h / 2) * bSlope2;
  const c3 = c1 + (h / 2) * cSlope2;
  const d3 = d1 + (h / 2) * dSlope2;
  const push3 = 0.2 * (1 - 1 / Math.sqrt(a3 * a3 + b3 * b3));
  const aSlope3 = -c3 - push3 * a3;
  const bSlope3 = -d3 - push3 * b3;
  const cSlope3 = a3;
  const dSlope3 = b3;
  const a4 = a1 + h * aSlope3;
  const b4 = b1 + h * bSlope3;
  const c4 = c1 + h * cSlope3;
  const d4 = d1 + h * dSlope3;
  const push4 = 0.2 * (1 - 1 / Math.sqrt(a4 * a4 + b4 * b4));
  const aSlope4 = -c4 - push4 * a4;
  const bSlope4 = -d4 - push4 * b4;
  const cSlope4 = a4;
  const dSlope4 = b4;
  const aChange = (h * (aSlope1 + 2 * (aSlope2 + aSlope3) + aSlope4)) / 6;
  const bChange = (h * (bSlope1 + 2 * (bSlope2 + bSlope3) + bSlope4)) / 6;
  const cChange = (h * (cSlope1 + 2 * (cSlope2 + cSlope3) + cSlope4)) / 6;
  const dChange = (h * (dSlope1 + 2 * (dSlope2 + dSlope3) + dSlope4)) / 6;
  const disagreement =
    (aSlope3 - aSlope2) ** 2 +
    (bSlope3 - bSlope2) ** 2 +
    (cSlope3 - cSlope2) ** 2 +
    (dSlope3 - dSlope2) ** 2;
  const bend =
    (aSlope1 - aSlope2 - aSlope3 + aSlope4) ** 2 +
    (bSlope1 - bSlope2 - bSlope3 + bSlope4) ** 2 +
    (cSlope1 - cSlope2 - cSlope3 + cSlope4) ** 2 +
    (dSlope1 - dSlope2 - dSlope3 + dSlope4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  facts[0] = (h * h * Math.max(disagreement, bend)) / scale;
  facts[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}

function ganQp(s: Float64Array, facts: Float64Array): void {
  const h = facts[0]!;
  const a1 = s[0]!;
  const b1 = s[1]!;
  const c1 = s[2]!;
  const d1 = s[3]!;
  const push1 = 1 + (a1 * c1 + b1 * d1) / Math.sqrt(c1 * c1 + d1 * d1);
  const aSlope1 = -push1 * c1;
  const bSlope1 = -push1 * d1;
  const cSlope1 = a1;
  const dSlope1 = b1;
  const a2 = a1 + (h / 2) * aSlope1;
  const b2 = b1 + (h / 2) * bSlope1;
  const c2 = c1 + (h / 2) * cSlope1;
  const d2 = d1 + (h / 2) * dSlope1;
  const push2 = 1 + (a2 * c2 + b2 * d2) / Math.sqrt(c2 * c2 + d2 * d2);
  const aSlope2 = -push2 * c2;
  const bSlope2 = -push2 * d2;
  const cSlope2 = a2;
  const dSlope2 = b2;
  const a3 = a1 + (h / 2) * aSlope2;
  const b3 = b1 + (h / 2) * bSlope2;
  const c3 = c1 + (h / 2) * cSlope2;
  const d3 = d1 + (h / 2) * dSlope2;
  const push3 = 1 + (a3 * c3 + b3 * d3) / Math.sqrt(c3 * c3 + d3 * d3);
  const aSlope3 = -push3 * c3;
  const bSlope3 = -push3 * d3;
  const cSlope3 = a3;
  const dSlope3 = b3;
  const a4 = a1 + h * aSlope3;
  const b4 = b1 + h * bSlope3;
  const c4 = c1 + h * cSlope3;
  const d4 = d1 + h * dSlope3;
  const push4 = 1 + (a4 * c4 + b4 * d4) / Math.sqrt(c4 * c4 + d4 * d4);
  const aSlope4 = -push4 * c4;
  const bSlope4 = -push4 * d4;
  const cSlope4 = a4;
  const dSlope4 = b4;
  const aChange = (h * (aSlope1 + 2 * (aSlope2 + aSlope3) + aSlope4)) / 6;
  const bChange = (h * (bSlope1 + 2 * (bSlope2 + bSlope3) + bSlope4)) / 6;
  const cChange = (h * (cSlope1 + 2 * (cSlope2 + cSlope3) + cSlope4)) / 6;
  const dChange = (h * (dSlope1 + 2 * (dSlope2 + dSlope3) + dSlope4)) / 6;
  const disagreement =
    (aSlope3 - aSlope2) ** 2 +
    (bSlope3 - bSlope2) ** 2 +
    (cSlope3 - cSlope2) ** 2 +
    (dSlope3 - dSlope2) ** 2;
  const bend =
    (aSlope1 - aSlope2 - aSlope3 + aSlope4) ** 2 +
    (bSlope1 - bSlope2 - bSlope3 + bSlope4) ** 2 +
    (cSlope1 - cSlope2 - cSlope3 + cSlope4) ** 2 +
    (dSlope1 - dSlope2 - dSlope3 + dSlope4) ** 2;
  const scale = a1 ** 2 + b1 ** 2 + c1 ** 2 + d1 ** 2;
  facts[0] = (h * h * Math.max(disagreement, bend)) / scale;
  facts[1] = Math.sqrt(aChange ** 2 + bChange ** 2 + cChange ** 2 + dChange ** 2) / h;
  s[0] = a1 + aChange;
  s[1] = b1 + bChange;
  s[2] = c1 + cChange;
  s[3] = d1 + dChange;
}
