import { mapEnsemble } from '../../experiment/ensemble/ensemble.ts';
import {
  isSliceOneDimensional,
  type Ensemble,
  type Experiment,
  type Plane,
  type PlaneAxis,
} from '../../experiment/experiment.ts';
import { componentOf, mapPlane, parameterAxesOf } from '../../experiment/plane.ts';
import { methodOf, modelOf } from '../../experiment/parameters.ts';
import { baseMeasure, mapMeasure } from '../../measures/statistics.ts';
import { MODIFIERS } from '../../models/modifiers.ts';
import { CORRECTION_PARAMETERS } from '../../models/modifiers/index.ts';
import type { Parameter, Values } from '../../models/parameter.ts';
import { COMPONENTS, type State } from '../../models/state.ts';
import { componentSymbol } from '../axes.ts';
import { formatNumber, roundedNumber } from './number.ts';
import { FIGURE_MESSAGES, type Translate } from './translate.ts';
import { methodText, modelText, optionText, parameterText } from '../../experiment/texts.ts';
import { englishOf, fill } from '../../models/message.ts';

/** Between a caption's choices. */
export const SEPARATOR = ' · ';

/** What a picture is called: its model. */
export function titleOf(experiment: Experiment, translate: Translate = englishOf): string {
  return translate(modelText(modelOf(experiment), 'title'));
}

/**
 * One line with every choice that made the results; modifiers that do nothing are left out, and so are
 * parameters on the map's axes.
 * @param flows whether a flow is shown beside the map, at values of these parameters
 */
export function captionOf(
  experiment: Experiment,
  translate: Translate = englishOf,
  flows = true,
): string {
  const parts = captionParts(experiment, mapPlane(experiment), mapEnsemble(experiment), translate);
  return [...parts, ...(flows ? flowOf(experiment, translate) : [])].join(SEPARATOR);
}

/**
 * The same of a diagram: without what is across.
 * @param start of every column, whose component across is not read
 */
export function diagramCaption(
  experiment: Experiment,
  across: PlaneAxis,
  start: State,
  ensemble: Ensemble | undefined,
  translate: Translate = englishOf,
): string {
  const plane = { x: across, y: across, hold: start };
  return captionParts(experiment, plane, ensemble, translate).join(SEPARATOR);
}

function captionParts(
  experiment: Experiment,
  plane: Plane,
  ensemble: Ensemble | undefined,
  translate: Translate,
): readonly string[] {
  const { values } = experiment;
  const held = heldOf(plane, ensemble);
  return [
    ...dynamicsOf(experiment, translate, plane),
    `T = ${symbolised(values['time'])}`,
    ...(held === '' ? [] : [held]),
    ...(ensemble ? [ensembleOf(ensemble, values, translate)] : []),
    ...(isOneDimensional(plane, ensemble) && !experiment.game?.leavesLine
      ? [translate(FIGURE_MESSAGES.oneDimension)]
      : []),
    `ε = ${symbolised(values['eps'])}`,
  ];
}

/** `64 starts, φ₁(0) = −2 … 2, θ₁(0) = −2 … 2, seed 1` */
function ensembleOf({ starts, box }: Ensemble, values: Values, translate: Translate): string {
  const ranges = box.map(
    ({ component, min, max }) =>
      `${componentSymbol(component, true)} = ${formatNumber(min)} … ${formatNumber(max)}`,
  );
  return translate(
    fill(FIGURE_MESSAGES.ensemble, {
      starts,
      box: ranges.join(', '),
      seed: symbolised(values['seed']),
    }),
  );
}

/** Whether every start behind the map lies in phi2 = theta2 = 0. */
function isOneDimensional(plane: Plane, ensemble: Ensemble | undefined): boolean {
  const isDrawn = ensemble?.box.some(({ component }) => component.endsWith('2')) ?? false;
  return isSliceOneDimensional(plane) && !isDrawn;
}

/** The values that the flow has of parameters on the map's axes. */
function flowOf(experiment: Experiment, translate: Translate): readonly string[] {
  const varied = parameterAxesOf(mapPlane(experiment)).map(({ declared }) => declared);
  if (varied.length === 0) return [];
  const values = wordsOf(varied, experiment.values, translate).join(', ');
  return [`${translate(FIGURE_MESSAGES.flow)}: ${values}`];
}

/**
 * What distinguishes an experiment from the other one beside it, in words: its model, and modifiers and
 * method where they differ.
 */
export function distinguishingName(
  experiment: Experiment,
  other: Experiment,
  translate: Translate = englishOf,
): string {
  const others = dynamicsOf(other, translate);
  return dynamicsOf(experiment, translate)
    .filter((part, i) => i === 0 || !others.includes(part))
    .join(SEPARATOR);
}

function dynamicsOf(
  experiment: Experiment,
  translate: Translate,
  plane: Plane = mapPlane(experiment),
): readonly string[] {
  const { values } = experiment;
  const [model, method] = [modelOf(experiment), methodOf(experiment.method)];
  const varied = new Set(parameterAxesOf(plane).map(({ parameter }) => parameter));
  const fixed = (parameters: readonly Parameter[]) =>
    parameters.filter(({ name }) => !varied.has(name));
  return [
    [
      translate(modelText(model, 'title')),
      ...wordsOf(fixed(model.parameters), values, translate),
    ].join(', '),
    ...modifiersOf(values, varied, translate),
    [translate(methodText(method)), ...wordsOf(fixed(method.parameters), values, translate)].join(
      ' ',
    ),
  ];
}

/** @param varied names of parameters that are on an axis */
function modifiersOf(
  values: Values,
  varied: ReadonlySet<string>,
  translate: Translate,
): readonly string[] {
  const parts: string[] = [];
  const spelled = (name: string) => {
    const modifier = MODIFIERS.find((one) => one.name === name)!;
    return `${translate(parameterText(modifier, 'symbol'))} = ${symbolised(values[name])}`;
  };
  const isShown = (name: string, without: unknown) => !varied.has(name) && values[name] !== without;
  if (isShown('l2', 0)) parts.push(`L2 μ = ${symbolised(values['l2'])}`);
  const rates = ['rateD', 'rateG'].filter((name) => isShown(name, 1));
  if (rates.length > 0 && !varied.has('rateD') && !varied.has('rateG')) {
    parts.push(
      `${translate(FIGURE_MESSAGES.rates)} ${symbolised(values['rateD'])} : ${symbolised(values['rateG'])}`,
    );
  } else parts.push(...rates.map(spelled));
  if (baseMeasure(mapMeasure(String(values['measure']))).id === 'ema' && !varied.has('emaBeta')) {
    parts.push(`EMA β = ${symbolised(values['emaBeta'])}`);
  }
  const noises = ['noise', 'gradientNoise'];
  parts.push(...noises.filter((name) => isShown(name, 0)).map(spelled));
  if (noises.some((name) => varied.has(name) || Number(values[name]) > 0)) {
    const seed = MODIFIERS.find(({ name }) => name === 'seed')!;
    parts.push(`${translate(parameterText(seed, 'symbol'))} ${symbolised(values['seed'])}`);
  }
  parts.push(...CORRECTIONS.filter((name) => isShown(name, 0)).map(spelled));
  const others = MODIFIERS.filter(
    (parameter) => !SPELLED.has(parameter.name) && isShown(parameter.name, parameter.default),
  );
  return [...parts, ...wordsOf(others, values, translate)];
}

/** Modifiers that `modifiersOf` spells in its own way; every other one is `symbol = value`. */
const CORRECTIONS = CORRECTION_PARAMETERS.map(({ name }) => name);

const SPELLED: ReadonlySet<string> = new Set([
  ...CORRECTIONS,
  'l2',
  'rateD',
  'rateG',
  'emaBeta',
  'noise',
  'gradientNoise',
  'seed',
]);

function wordsOf(
  parameters: readonly Parameter[],
  values: Values,
  translate: Translate,
): readonly string[] {
  return parameters.flatMap((parameter) => {
    const value = values[parameter.name];
    if (parameter.kind === 'boolean')
      return value === true ? [translate(parameterText(parameter, 'symbol'))] : [];
    if (parameter.kind === 'choice')
      return [
        `${translate(optionText(parameter, String(value)))} ${translate(parameterText(parameter, 'symbol'))}`,
      ];
    return [`${letterOf(parameter)} = ${symbolised(value)}`];
  });
}

/** The panel's "step h" is h in a caption. */
function letterOf({ symbol }: Parameter): string {
  return symbol.split(' ').at(-1)!;
}

/**
 * `φ(0) = (0.5, 0.3)` of players that are held whole, component by component of others; `≈` where a
 * value has more digits than it is written with. The file carries all of them.
 */
function heldOf({ x, y, hold }: Plane, ensemble: Ensemble | undefined): string {
  const held = COMPONENTS.map((component, i) => ({
    component,
    player: component.slice(0, -1),
    ...roundedNumber(hold[i]!),
  })).filter(
    ({ component }) =>
      component !== componentOf(x) &&
      component !== componentOf(y) &&
      !ensemble?.box.some((range) => range.component === component),
  );
  return ['phi', 'theta']
    .flatMap((player) => {
      const own = held.filter((one) => one.player === player);
      const [first, second] = own;
      if (first && second) {
        const sign = first.isExact && second.isExact ? '=' : '≈';
        return [
          `${componentSymbol(first.component)[0]}(0) ${sign} (${first.text}, ${second.text})`,
        ];
      }
      return own.map(
        ({ component, text, isExact }) =>
          `${componentSymbol(component, true)} ${isExact ? '=' : '≈'} ${text}`,
      );
    })
    .join(', ');
}

function symbolised(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
