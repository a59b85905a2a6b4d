import { declareMessages, type Message } from '../../models/message.ts';

/** Puts a message into a language. Figures take one; without it they are in English. */
export type Translate = (message: Message) => string;

/** What stands in figures beside names of models, measures and the like. */
export const FIGURE_MESSAGES = declareMessages('figure', {
  map: 'Map',
  flow: 'Flow',
  never: 'never',
  unknown: 'no value',
  noBasin: 'none',
  darkerLater: 'darker: slower,',
  palerLater: 'paler: slower,',
  orLarger: 'or larger |θ|;',
  greyThin: 'greyer: thin evidence',
  thin: '{label}, thin evidence',
  ensemble: '{starts} starts, {box}, seed {seed}',
  ofEnsemble: '{value}, {starts} starts',
  largerShare: 'greyer: fewer starts share it',
  oneDimension: 'one dimension',
  rates: 'rates',
  overTime: '{quantity} over time',
  start: 'line: training from {state}',
  faint: 'same label',
  striped: 'A’s and B’s label',
  difference: '{measure}, A − B',
  differenceSymbol: 'Δ {symbol}',
});
