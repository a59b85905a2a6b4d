/** Every text that models, methods, measures and the like declare in English and the page shows. */
import { GAME_ERRORS } from '../../src/game/compile-game.ts';
import { SENTENCES as GAME_SENTENCES, UNTITLED } from '../../src/game/custom-model.ts';
import * as EXPRESSION from '../../src/game/expression/expression-error.ts';
import { QUANTITIES } from '../../src/experiment/quantities.ts';
import { REMARKS } from '../../src/experiment/engine.ts';
import { EXPECTED, GOT, KEY, NOUNS, REFUSALS, REMEDIES } from '../../src/experiment/refusal.ts';
import { RUN, VIEW } from '../../src/experiment/parameters.ts';
import { GAME_PRESETS } from '../../src/experiment/editing/game-presets.ts';
import { presetSentence } from '../../src/experiment/editing/preset-sentences.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import {
  measureText,
  methodText,
  modelText,
  optionText,
  orbitText,
  outcomeText,
  parameterText,
  presetTitle,
  quantityText,
  STATISTIC_TEXTS,
  unitText,
} from '../../src/experiment/texts.ts';
import { THEORY_CURVES } from '../../src/experiment/diagram/diagram-theory.ts';
import { EFFECTS } from '../../src/experiment/theory/parameter-effect.ts';
import { FRAME_SENTENCES } from '../../src/experiment/theory/theory.ts';
import { THEORY_LINES } from '../../src/experiment/theory/theory-line.ts';
import { DIAGRAM_MESSAGES } from '../../src/figure/diagram/diagram-figure.ts';
import { BASIN_MESSAGES } from '../../src/figure/legend/basin-legend.ts';
import { PHASE_PLANE_MESSAGES } from '../../src/figure/overlays/phase-plane.ts';
import { FIGURE_MESSAGES } from '../../src/figure/text/translate.ts';
import { GPU_MESSAGES } from '../../src/gpu/context.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { ORBIT_KINDS } from '../../src/models/orbits.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { message, type Message, type Template } from '../../src/models/message.ts';
import { MODIFIERS } from '../../src/models/modifiers.ts';
import type { Parameter } from '../../src/models/parameter.ts';

/** Parameters whose options are named by what they list, or by the page. */
const LISTED: ReadonlySet<string> = new Set(['measure', 'plot1', 'plot2', 'colour']);

/** A text may be declared in two places: then it is here twice. */
export function declaredTexts(): readonly (Message | Template)[] {
  return [
    ...MODELS.flatMap((model) => [
      modelText(model, 'title'),
      modelText(model, 'source'),
      ...Object.values(model.sentences),
    ]),
    message('model.custom.title', UNTITLED),
    ...METHODS.flatMap((method) => [methodText(method), ...Object.values(method.sentences ?? {})]),
    ...[...MODELS, ...METHODS].flatMap(({ parameters }) => parameters.flatMap(textsOf)),
    ...[...MODIFIERS, ...RUN, ...VIEW].flatMap(textsOf),
    ...MEASURES.flatMap((measure) => [
      measureText(measure, 'title'),
      measureText(measure, 'symbol'),
      ...unitOf(measure),
    ]),
    ...OUTCOMES.map(outcomeText),
    ...ORBIT_KINDS.map(orbitText),
    ...QUANTITIES.map(quantityText),
    ...[...PRESETS, ...GAME_PRESETS].flatMap((preset) => [
      presetTitle(preset),
      presetSentence(preset),
    ]),
    ...[
      EFFECTS,
      FRAME_SENTENCES,
      PHASE_PLANE_MESSAGES,
      THEORY_LINES,
      THEORY_CURVES,
      FIGURE_MESSAGES,
      DIAGRAM_MESSAGES,
      BASIN_MESSAGES,
      GPU_MESSAGES,
      GAME_ERRORS,
      GAME_SENTENCES,
      EXPRESSION.REASONS,
      EXPRESSION.EXPECTED,
      EXPRESSION.REMEDIES,
      REMARKS,
      STATISTIC_TEXTS,
      REFUSALS,
      KEY,
      NOUNS,
      GOT,
      EXPECTED,
      REMEDIES,
    ].flatMap((messages): readonly (Message | Template)[] => Object.values(messages)),
  ];
}

function textsOf(parameter: Parameter): readonly Message[] {
  return [
    parameterText(parameter, 'symbol'),
    parameterText(parameter, 'doc'),
    ...(parameter.kind === 'number' ? unitOf(parameter) : []),
    ...(parameter.kind === 'choice' && !LISTED.has(parameter.name)
      ? parameter.options.map((option) => optionText(parameter, option))
      : []),
  ];
}

function unitOf({ unit = '' }: { readonly unit?: string }): readonly Message[] {
  return unit === '' ? [] : [unitText(unit)];
}
