import { activeModifiers } from '../models/modifiers/index.ts';
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
  const { lossD, lossG, phi, theta, constraint } = activeModifiers(values).reduce(
    (formula, modifier) => modifier.formula(formula, values),
    modelOf(experiment).formula(values),
  );
  const all = [lossD, lossG, phi, theta].join(' ');
  return {
    ...(lossD !== undefined && lossG !== undefined && { lossD, lossG }),
    phi: constraint ? String.raw`${phi},\ ${constraint}` : phi,
    theta,
    legend: [
      ...(/(?<![A-Za-z\\])u(?![A-Za-z])/.test(all) ? [String.raw`u=\varphi\cdot\theta`] : []),
      ...(all.includes(String.raw`\sigma`) ? [String.raw`\sigma(x)=1/(1+e^{-x})`] : []),
    ].join(String.raw`,\quad `),
  };
}
