import { numberOf, type Experiment } from './experiment.ts';
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
  const formula = modelOf(experiment).formula(experiment.values);
  const [l2, rateD, rateG] = ['l2', 'rateD', 'rateG'].map((name) => numberOf(experiment, name));
  const damped = l2 === 0 ? formula.phi : String.raw`${formula.phi}-\mu\varphi`;
  const scaled = rateD === 1 ? damped : String.raw`\alpha_D\bigl(${damped}\bigr)`;
  const theta = rateG === 1 ? formula.theta : String.raw`\alpha_G\,${formula.theta}`;
  const { lossG } = formula;
  const lossD =
    l2 === 0 || formula.lossD === undefined
      ? formula.lossD
      : String.raw`${formula.lossD}+\tfrac{\mu}{2}|\varphi|^2`;
  const all = [lossD, lossG, damped, theta].join(' ');
  return {
    ...(lossD !== undefined && lossG !== undefined && { lossD, lossG }),
    phi: formula.constraint ? String.raw`${scaled},\ ${formula.constraint}` : scaled,
    theta,
    legend: [
      ...(/(?<![A-Za-z\\])u(?![A-Za-z])/.test(all) ? [String.raw`u=\varphi\cdot\theta`] : []),
      ...(all.includes(String.raw`\sigma`) ? [String.raw`\sigma(x)=1/(1+e^{-x})`] : []),
    ].join(String.raw`,\quad `),
  };
}
