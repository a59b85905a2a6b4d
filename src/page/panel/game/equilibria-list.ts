/** The equilibria that were found, each with its eigenvalues: a press makes one the target. */
import type { Equilibrium } from '../../../experiment/equilibrium/kind.ts';
import { targetOf } from '../../../experiment/equilibrium/target.ts';
import { indexOf, type Experiment } from '../../../experiment/experiment.ts';
import { methodOf } from '../../../experiment/parameters.ts';
import type { Theme } from '../../../figure/colour/theme.ts';
import { kindText, placeText } from '../../../figure/legend/basin-legend.ts';
import { equilibriumMark } from '../../../figure/overlays/equilibria.ts';
import { formatRounded, spectrumTexts } from '../../../figure/text/complex.ts';
import type { State } from '../../../models/state.ts';
import { t } from '../../messages/later.ts';
import { translate } from '../../messages/messages.ts';
import type { FoundEquilibria } from '../../shell/found-equilibria.ts';
import { element, setSvg } from '../../ui/dom.ts';
import { figureEm } from '../../ui/fonts.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './equilibria-list.css';

/** Newton's method and a target that was written down differ by so much. */
const SAME = 1e-6;

export function equilibriaList(
  { equilibria, isCurve }: FoundEquilibria,
  experiment: Experiment,
  theme: Theme,
  choose: (target: State) => void,
): readonly HTMLElement[] {
  const target = targetOf(experiment);
  const isTarget = ({ state }: Equilibrium) =>
    state.every((x, i) => Math.abs(x - target[i]!) <= SAME);
  const rows = equilibria.map((equilibrium, i) => {
    const row = rowOf(equilibrium, i + 1, experiment, theme, isTarget(equilibrium));
    row.addEventListener('click', () => choose(equilibrium.state));
    return row;
  });
  const count = equilibria.length;
  const title = isCurve ? t('equilibria.curve') : t('equilibria.count', { count });
  return [
    element('p', {}, title),
    ...rows,
    ...(equilibria.some(isTarget) ? [] : [otherTarget(target, choose)]),
  ];
}

function rowOf(
  { state, kind, eigenvalues }: Equilibrium,
  number: number,
  experiment: Experiment,
  theme: Theme,
  isTarget: boolean,
): HTMLButtonElement {
  const mark = element('span', { class: 'mark' });
  setSvg(mark, equilibriumMark(kind, theme, figureEm()));
  const isFlow = methodOf(experiment.method).kind === 'flow';
  const values = spectrumTexts(eigenvalues).join(', ');
  return element(
    'button',
    {
      type: 'button',
      class: 'equilibrium',
      'aria-pressed': String(isTarget),
      title: isTarget ? t('equilibria.isTarget') : t('equilibria.makeTarget'),
    },
    mark,
    element(
      'span',
      {},
      `${number} (${placeOf(state, experiment)}) `,
      element('strong', {}, translate(kindText(kind))),
    ),
    element('small', {}, isFlow ? values : t('equilibria.multipliers', { values })),
  );
}

/** The target where nothing rests, and the way back to 0. */
function otherTarget(target: State, choose: (target: State) => void): HTMLElement {
  const state = target.map((x) => formatRounded(x)).join(', ');
  const text = element('p', {}, t('equilibria.elsewhere', { state }));
  if (target.every((x) => x === 0)) return text;
  const back = element('button', { type: 'button' }, t('equilibria.backToZero'));
  back.addEventListener('click', () => choose([0, 0, 0, 0]));
  text.append(' ', back);
  return text;
}

/** The two components that the flow shows. */
function placeOf(state: State, { slice: { x, y } }: Experiment): string {
  return [x, y].map(({ component }) => placeText(state[indexOf(component)]!, 4)).join(', ');
}
