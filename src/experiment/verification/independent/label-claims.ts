/** What labels claim, held against how the independent path goes on after the horizon: pure. */
import type { Outcome } from '../../../measures/outcomes.ts';
import { highest, lengths } from './path-measures.ts';
import type { Path } from './path.ts';

/** The path is followed for so many horizons: a claim about where it goes is one about later. */
export const FOLLOWED = 8;

/** Lengths that differ by less than this share are equal: the path's own error, and looks. */
const EQUAL = 1e-4;

/**
 * What grows or decays for ever changes by more than this share from the fourth horizon to the
 * eighth: t^(1/6), the slowest of all models, by 13%. What does not is on its way to a radius, unless its
 * growth or decay is yet to come: from the fourth horizon to the eighth no less than from the second to the
 * fourth. Small starts of wgan-div, r = (r0^-4 + c t)^(-1/4), stand for long before they fall as t^(-1/4).
 */
const GOES_ON = 0.01;

/** An orbit has no other one within this factor. */
const BOUNDED = 2;

/** What decays by more than this without a hold is no orbit; ns-gan in one dimension falls to 0.38. */
const HELD = 0.7;

/** What moves by more than this share of itself in another horizon was not at rest. */
const MOVED = 0.1;

/** L that keeps its value to this share is conserved; a conserved L of this share of E is not 0. */
const CONSERVED = 1e-6;

/** Below this nothing can be said of a decay in float64. */
const FAINTEST = 1e-100;

/**
 * Whether a label is contradicted by its path, which is known for `FOLLOWED` horizons or until it
 * left every bound. False also where nothing can be said.
 */
export function isContradicted(label: Outcome, path: Path, horizon: number, eps: number): boolean {
  const lengthAt = lengths(path);
  const amplitude = (from: number, to: number) => {
    if (path.end < to * horizon) return Infinity;
    return highest(path, lengthAt, from * horizon, to * horizon);
  };
  const now = amplitude(0.75, 1);
  const later = amplitude(FOLLOWED / 2 - 1, FOLLOWED / 2);
  const latest = amplitude(FOLLOWED - 1, FOLLOWED);
  const early = amplitude(FOLLOWED / 4 - 1, FOLLOWED / 4);
  const isHastening = latest > later * (1 + EQUAL) && latest / later >= later / early;
  const isFallingFaster = latest < later * (1 - EQUAL) && latest / later <= later / early;
  switch (label) {
    case 'converged':
      return now >= eps * (1 + EQUAL) || isHeld(path, horizon, eps);
    case 'converging':
      return (
        (latest > FAINTEST && latest >= later * (1 - GOES_ON) && !isFallingFaster) ||
        isHeld(path, horizon, 0)
      );
    case 'growing':
    case 'diverged':
      return latest < Infinity && latest <= later * (1 + GOES_ON) && !isHastening;
    case 'orbiting':
      return latest > BOUNDED * now || (latest < HELD * now && !isHeld(path, horizon, 0));
    case 'bounded':
      return latest > BOUNDED * now;
    case 'stuck':
      return path.end < 2 * horizon || hasMoved(path, horizon);
    // No claim about where the path goes.
    case 'chaotic':
    case 'noisy':
    case 'undecided':
      return false;
  }
}

/**
 * Whether L keeps |theta| beyond `eps` for ever: |theta| >= |L| / |phi|, where L is conserved and
 * |phi| does not grow.
 */
function isHeld(path: Path, horizon: number, eps: number): boolean {
  if (path.end < FOLLOWED * horizon) return false;
  const state = new Float64Array(4);
  const momenta: number[] = [];
  const norms: number[] = [];
  let energy = 0;
  for (let look = 0; look <= FOLLOWED * LOOKS; look++) {
    const [phi1, phi2, theta1, theta2] = path.at((look / LOOKS) * horizon, state) as unknown as [
      number,
      number,
      number,
      number,
    ];
    momenta.push(phi1 * theta2 - phi2 * theta1);
    norms.push(Math.hypot(phi1, phi2));
    energy = Math.max(energy, (phi1 ** 2 + phi2 ** 2 + theta1 ** 2 + theta2 ** 2) / 2);
  }
  const [first] = momenta as [number];
  const isConserved =
    Math.abs(first) > CONSERVED * energy &&
    momenta.every((one) => Math.abs(one - first) <= CONSERVED * Math.abs(first));
  const half = norms.length >> 1;
  const [early, late] = [Math.max(...norms.slice(0, half)), Math.max(...norms.slice(half))];
  return isConserved && late <= early * (1 + EQUAL) && Math.abs(first) / early > eps;
}

/** States in a horizon that show how far |phi| goes and whether L is kept. */
const LOOKS = 200;

function hasMoved(path: Path, horizon: number): boolean {
  const state = path.at(horizon, new Float64Array(4));
  const [x, y] = [state[2]!, state[3]!];
  return Array.from({ length: LOOKS }, (_, look) => {
    path.at((1 + (look + 1) / LOOKS) * horizon, state);
    return Math.hypot(state[2]! - x, state[3]! - y);
  }).some((way) => way > MOVED * Math.hypot(x, y));
}
