/**
 * `ganfield`: experiments, what they are made of, the cpu engine, measuring and figures. It needs nothing
 * but standard JavaScript: Node, Deno, browsers, workers.
 *
 * What is exported here and in `gpu.ts` is public: a name goes, or means something else, with a new major
 * version only. Numbers may get more exact with any version.
 */
export {
  createExperiment,
  readExperiment,
  readLink,
  writeExperiment,
  writeLink,
  type Choices,
} from './experiments.ts';
export { measureMap, measureStates, type Measurements } from './measuring.ts';
export { mapFigure, trajectoriesFigure, type MapFigureOptions } from './figures.ts';
export { cpuEngine } from '../cpu/engine.ts';
export {
  TRAJECTORY_COLUMNS,
  type Engine,
  type Job,
  type Results,
  type Trajectory,
} from '../experiment/engine.ts';
export type {
  Axis,
  ColourEnds,
  Diagram,
  Ensemble,
  Experiment,
  ParameterAxes,
  Slice,
} from '../experiment/experiment.ts';
export type { ExperimentFile } from '../experiment/format/json.ts';
export type { Grid } from '../experiment/grid.ts';
export { PRESETS, type Preset } from '../experiment/presets.ts';
export { ChoiceError } from '../experiment/refusal.ts';
export type { Fonts } from '../figure/colour/theme.ts';
export type { FigureParts } from '../figure/figure-choices.ts';
export { PAPER_GAMES, type PaperGame } from '../game/papers.ts';
export { MEASURES, type Measure } from '../measures/index.ts';
export { OUTCOMES } from '../measures/outcomes.ts';
export { METHODS } from '../methods/index.ts';
export type { Method } from '../methods/method.ts';
export { MODELS } from '../models/index.ts';
export type { Model } from '../models/model.ts';
export type { Value, Values } from '../models/parameter.ts';
export { COMPONENTS, type Component, type State } from '../models/state.ts';
