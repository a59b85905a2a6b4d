/** Every text that models, methods, measures and the like declare in English and the page shows. */
import { DIFFERENCE, QUANTITIES } from '../../src/experiment/quantities.ts';
import { FRAME_SENTENCES } from '../../src/experiment/theory.ts';
import { RUN, VIEW } from '../../src/experiment/parameters.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { numberOf, withValues } from '../../src/experiment/experiment.ts';
import { scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { layoutFigure } from '../../src/figure/figure.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcome.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import type { Messages } from '../../src/models/message.ts';
import { MODIFIERS } from '../../src/models/modifiers.ts';

/** Each text with what declares it. */
export function declaredTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (owner: string, ...more: readonly (string | undefined)[]) => {
    for (const text of more) if (text) texts.set(text, owner);
  };
  for (const model of MODELS) {
    add(model.id, model.title, model.source, ...textsOf(model.sentences));
  }
  for (const { id, title, sentences = {} } of METHODS) {
    add(id, title, ...textsOf(sentences));
  }
  const parameters = [
    ...[...MODELS, ...METHODS].flatMap((owner) => owner.parameters),
    ...MODIFIERS,
    ...RUN,
    ...VIEW,
  ];
  for (const parameter of parameters) {
    add(parameter.name, parameter.symbol, parameter.doc);
    if (parameter.kind === 'number') add(parameter.name, parameter.unit);
    if (parameter.kind === 'choice' && !LISTED.has(parameter.name)) {
      add(parameter.name, ...parameter.options);
    }
  }
  for (const { id, title, symbol, unit } of MEASURES) add(id, title, symbol, unit);
  for (const { id, title } of QUANTITIES) add(id, title);
  add('outcomes', ...OUTCOMES);
  for (const { id, title, text } of PRESETS) add(id, title, text);
  add('known', ...textsOf(FRAME_SENTENCES));
  add('figures', ...figureTexts());
  return texts;
}

/** Parameters whose options are named by what they list. */
const LISTED: ReadonlySet<string> = new Set(['measure', 'plot1', 'plot2', 'colour', DIFFERENCE]);

function textsOf(messages: Messages): readonly string[] {
  return Object.values(messages).map(({ text }) => text);
}

/** What figures ask to be said, of every preset by every measure on both papers. */
function figureTexts(): readonly string[] {
  const asked = new Set<string>();
  const say = (text: string) => {
    asked.add(text);
    return text;
  };
  const fonts = { text: 'sans-serif', math: 'serif' };
  for (const { query } of PRESETS) {
    const preset = fromQuery(query).experiment;
    for (const { id } of MEASURES) {
      for (const theme of ['dark', 'light'] as const) {
        const noise = numberOf(preset, 'noise') === 0 ? 0.1 : 0;
        const experiment = withValues(preset, { measure: id, noise, rateD: 2 });
        const scale = scaleFor(experiment, new Float32Array(COLUMNS), theme);
        const panes = [{ kind: 'map' }, { kind: 'flow' }] as const;
        layoutFigure({ experiment, scale, panes, size: { width: 1600 }, theme, fonts, say });
      }
    }
  }
  return [...asked];
}
