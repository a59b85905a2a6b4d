/** What is declared in English, as messages whose ids follow from where it is declared. */
import { CUSTOM } from '../game/compiled-game.ts';
import { UNTITLED } from '../game/custom-model.ts';
import type { Measure } from '../measures/index.ts';
import type { Outcome } from '../measures/outcomes.ts';
import { isStatistic, type MapMeasure } from '../measures/statistics.ts';
import type { Method } from '../methods/method.ts';
import { declareMessages, fill, literal, message, type Message } from '../models/message.ts';
import type { OrbitKind } from '../models/orbits.ts';
import type { Model } from '../models/model.ts';
import type { ChoiceParameter, Parameter } from '../models/parameter.ts';
import type { Preset } from './presets.ts';
import type { Quantity } from './quantities.ts';

export function modelText(model: Model, field: 'title' | 'source'): Message {
  // What somebody calls a game of one's own is in no catalogue.
  if (model.id === CUSTOM && model[field] !== UNTITLED) return literal(model[field]);
  return message(`model.${model.id}.${field}`, model[field]);
}

export function methodText(method: Method): Message {
  return message(`method.${method.id}.title`, method.title);
}

export function parameterText(parameter: Parameter, field: 'symbol' | 'doc'): Message {
  if (parameter.textId?.startsWith(`${CUSTOM}.`)) return literal(parameter[field]);
  return message(`${placeOf(parameter)}.${field}`, parameter[field]);
}

export function optionText(parameter: ChoiceParameter, option: string): Message {
  return message(`${placeOf(parameter)}.option.${option}`, option);
}

export function measureText(measure: Measure, field: 'title' | 'symbol'): Message {
  return message(`measure.${measure.id}.${field}`, measure[field]);
}

export const STATISTIC_TEXTS = declareMessages('statistic', {
  share: 'share {label}',
  mean: 'mean {measure}',
  median: 'median {measure}',
  min: 'least {measure}',
  max: 'largest {measure}',
});

/** Of what a map shows: a measure, or a statistic of an ensemble. */
export function mapMeasureText(measure: MapMeasure, field: 'title' | 'symbol'): Message {
  if (!isStatistic(measure)) return measureText(measure, field);
  if (measure.kind === 'share') {
    return fill(STATISTIC_TEXTS.share, { label: outcomeText(measure.outcome) });
  }
  return fill(STATISTIC_TEXTS[measure.kind], { measure: measureText(measure.of, field) });
}

/** The names of labels whose ids, which files and scripts have, are not the field's word. */
const OUTCOME_NAMES: Partial<Record<Outcome, string>> = {
  stuck: 'stalled',
  undecided: 'inconclusive',
};

/** What people read for a label; files and scripts have its id. */
export function outcomeText(outcome: Outcome): Message {
  return message(`outcome.${outcome}`, OUTCOME_NAMES[outcome] ?? outcome);
}

const ORBIT_WORDS: Readonly<Record<OrbitKind, string>> = {
  attracting: 'limit cycle',
  neutral: 'neutral orbit',
  creeping: 'creeping orbit',
};

export function orbitText(kind: OrbitKind): Message {
  return message(`orbit.${kind}`, ORBIT_WORDS[kind]);
}

export function unitText(unit: string): Message {
  return message(`unit.${unit}`, unit);
}

export function quantityText(quantity: Quantity): Message {
  return message(`quantity.${quantity.id}.title`, quantity.title);
}

export function presetTitle({ id, title }: Preset): Message {
  return message(`preset.${id}.title`, title);
}

function placeOf({ name, textId = name }: Parameter): string {
  return `parameter.${textId}`;
}
