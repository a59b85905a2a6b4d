import type { Component, State } from '../models/state.ts';

/** A range of a parameter and where it begins; what is left out is 0, 4 and 1. */
export interface ParameterRange {
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
  readonly doc?: string;
}

/** The formulas of a game: two losses, one function of both players, or a field. */
export type Formulas =
  | { readonly lossD: string; readonly lossG: string }
  /** x = theta1 descends, y = phi1 ascends. */
  | { readonly minMax: string }
  /** Components that are left out stay. */
  | { readonly field: Readonly<Partial<Record<Component, string>>> };

/** The three ways to write a game. */
export const FORMS = ['losses', 'minMax', 'field'] as const;

export type Form = (typeof FORMS)[number];

export function formOf(source: Formulas): Form {
  if ('lossD' in source) return 'losses';
  return 'minMax' in source ? 'minMax' : 'field';
}

/** A game as somebody writes it: what files, links and pictures keep. */
export type GameSource = Formulas & {
  readonly title?: string;
  /** Where it comes from. */
  readonly source?: string;
  readonly parameters?: Readonly<Record<string, ParameterRange>>;
  /** The state that distance, settling, convergence and linearisation refer to; by default 0. */
  readonly target?: State;
};

/** The texts of a game by the names of their places: `lossD`, `minMax`, `field.phi1`. */
export function expressionsOf(source: GameSource): readonly (readonly [string, string])[] {
  if ('lossD' in source) {
    return [
      ['lossD', source.lossD],
      ['lossG', source.lossG],
    ];
  }
  if ('minMax' in source) return [['minMax', source.minMax]];
  return Object.entries(source.field).map(([component, text]) => [`field.${component}`, text]);
}
