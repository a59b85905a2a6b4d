/** How a game that is written in one form is written in another. */
import { COMPONENTS } from '../models/state.ts';
import { Algebra } from './expression/algebra.ts';
import { Graph } from './expression/graph.ts';
import { lower } from './expression/lower.ts';
import { parse } from './expression/parse.ts';
import { raise } from './expression/raise.ts';
import { textOf } from './expression/text.ts';
import { MOST_CHARACTERS } from './expression/tokens.ts';
import { expressionsOf, formOf, type Form, type Formulas, type GameSource } from './game-source.ts';
import { ORIGIN, playersOf } from './players.ts';

/**
 * Formulas of the same field in another form; undefined where there are none, or none that are short
 * enough: a field alone has no losses, and most pairs of losses are no function of both players.
 * @param source one whose texts can be parsed
 */
export function writtenAs(source: GameSource, form: Form): Formulas | undefined {
  if (formOf(source) === form) return source;
  if (form === 'field') return fieldOf(source);
  if (form === 'losses' && 'minMax' in source) {
    return { lossD: `-(${source.minMax})`, lossG: source.minMax };
  }
  return undefined;
}

function fieldOf(source: GameSource): Formulas | undefined {
  const algebra = new Algebra(new Graph());
  const trees = new Map(expressionsOf(source).map(([place, text]) => [place, parse(text)]));
  const { field } = playersOf(algebra, source, ORIGIN, (place, quantities) =>
    lower(algebra, trees.get(place)!, quantities),
  );
  const texts = field.map((node) => textOf(raise(node)));
  if (texts.some(({ length }) => length > MOST_CHARACTERS)) return undefined;
  return {
    field: Object.fromEntries(
      COMPONENTS.map((component, i) => [component, texts[i]!] as const).filter(
        ([, text]) => text !== '0',
      ),
    ),
  };
}
