import type { Formula } from '../models/model.ts';
import { activeModifiers, isCorrection } from '../models/modifiers/index.ts';
import type { Modifier } from '../models/modifiers/modifier.ts';
import type { Experiment } from './experiment.ts';
import { modelOf } from './parameters.ts';

/** TeX of the two players: what each minimises, and how it therefore moves. */
export interface Players {
  /** Absent where only the field is known. */
  readonly lossD?: string;
  readonly lossG?: string;
  readonly phi: string;
  readonly theta: string;
  /** What the letters mean, where they occur. */
  readonly legend: string;
}

/** The model's formula with the modifiers that are on. */
export function playersOf(experiment: Experiment): Players {
  const { values } = experiment;
  const active = activeModifiers(values);
  const stage = (formula: Formula, acts: Modifier['acts']) =>
    active
      .filter((modifier) => modifier.acts === acts)
      .reduce((changed, modifier) => modifier.formula(changed, values), formula);
  const gradients = stage(modelOf(experiment).formula(values), 'gradients');
  const corrected = active.some(isCorrection) ? stage(named(gradients), 'correction') : gradients;
  const { lossD, lossG, phi, theta, constraint, where = [] } = stage(corrected, 'rates');
  const all = [lossD, lossG, phi, theta, ...where].join(' ');
  return {
    ...(lossD !== undefined && lossG !== undefined && { lossD, lossG }),
    phi: constraint ? String.raw`${phi},\ ${constraint}` : phi,
    theta,
    legend: [
      ...where,
      ...(/(?<![A-Za-z\\])u(?![A-Za-z])/.test(all) ? [String.raw`u=\varphi\cdot\theta`] : []),
      ...(all.includes(String.raw`\sigma`) ? [String.raw`\sigma(x)=1/(1+e^{-x})`] : []),
    ].join(String.raw`,\quad `),
  };
}

/** The field is called v, and its Jacobian J: what corrections are made of. */
function named({ phi, theta, ...formula }: Formula): Formula {
  return {
    ...formula,
    phi: String.raw`v_\varphi`,
    theta: String.raw`v_\theta`,
    where: [
      String.raw`v_\varphi=${phi}`,
      String.raw`v_\theta=${theta}`,
      String.raw`J=\partial v/\partial(\varphi,\theta)`,
    ],
  };
}
