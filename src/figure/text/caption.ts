import { isSliceOneDimensional, type Experiment } from '../../experiment/experiment.ts';
import { methodOf, modelOf } from '../../experiment/parameters.ts';
import { MODIFIERS } from '../../models/modifiers.ts';
import type { Parameter, Values } from '../../models/parameter.ts';
import { COMPONENTS } from '../../models/state.ts';
import { componentSymbol } from '../axes.ts';
import { formatNumber } from './number.ts';
import { FIGURE_MESSAGES, type Translate } from './translate.ts';
import { methodText, modelText, optionText, parameterText } from '../../experiment/texts.ts';
import { englishOf } from '../../models/message.ts';

/** Between a caption's choices. */
export const SEPARATOR = ' · ';

/** What a picture is called: its model. */
export function titleOf({ model }: Experiment, translate: Translate = englishOf): string {
  return translate(modelText(modelOf(model), 'title'));
}

/** One line with every choice that made the results; modifiers that do nothing are left out. */
export function captionOf(experiment: Experiment, translate: Translate = englishOf): string {
  const { values } = experiment;
  const parts = [
    ...dynamicsOf(experiment, translate),
    `T = ${symbolised(values['time'])}`,
    heldOf(experiment),
    ...(isSliceOneDimensional(experiment.slice) ? [translate(FIGURE_MESSAGES.oneDimension)] : []),
    `ε = ${symbolised(values['eps'])}`,
  ];
  return parts.join(SEPARATOR);
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
  { model: id, method: methodId, values }: Experiment,
  translate: Translate,
): readonly string[] {
  const [model, method] = [modelOf(id), methodOf(methodId)];
  return [
    [translate(modelText(model, 'title')), ...wordsOf(model.parameters, values, translate)].join(
      ', ',
    ),
    ...modifiersOf(values, translate),
    [translate(methodText(method)), ...wordsOf(method.parameters, values, translate)].join(' '),
  ];
}

function modifiersOf(values: Values, translate: Translate): readonly string[] {
  const parts: string[] = [];
  const symbolOf = (name: string) =>
    translate(
      parameterText(
        MODIFIERS.find((modifier) => modifier.name === name)!,
        'symbol',
      ),
    );
  if (values['l2'] !== 0) parts.push(`L2 μ = ${symbolised(values['l2'])}`);
  if (values['rateD'] !== 1 || values['rateG'] !== 1) {
    parts.push(
      `${translate(FIGURE_MESSAGES.rates)} ${symbolised(values['rateD'])} : ${symbolised(values['rateG'])}`,
    );
  }
  if (values['measure'] === 'ema') parts.push(`EMA β = ${symbolised(values['emaBeta'])}`);
  const noises = ['noise', 'gradientNoise'].filter((name) => Number(values[name]) > 0);
  for (const name of noises) parts.push(`${symbolOf(name)} = ${symbolised(values[name])}`);
  if (noises.length > 0) parts.push(`${symbolOf('seed')} ${symbolised(values['seed'])}`);
  const others = MODIFIERS.filter(
    (parameter) => !SPELLED.has(parameter.name) && values[parameter.name] !== parameter.default,
  );
  return [...parts, ...wordsOf(others, values, translate)];
}

/** Modifiers that `modifiersOf` spells in its own way; every other one is `symbol = value`. */
const SPELLED: ReadonlySet<string> = new Set([
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

/** `φ(0) = (0.5, 0.3)`, or component by component where the axes cut through both vectors. */
function heldOf({ slice: { x, y, hold } }: Experiment): string {
  const held = COMPONENTS.map((component, i) => ({
    component,
    value: formatNumber(hold[i]!),
  })).filter(({ component }) => component !== x.component && component !== y.component);
  const names = held.map(({ component }) => component.slice(0, -1));
  const [first, second] = held;
  if (first && second && names[0] === names[1]) {
    return `${componentSymbol(first.component)[0]}(0) = (${first.value}, ${second.value})`;
  }
  return held
    .map(({ component, value }) => `${componentSymbol(component, true)} = ${value}`)
    .join(', ');
}

function symbolised(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
