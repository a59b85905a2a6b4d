import { mapEnsemble, mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { CUSTOM } from '../../game/compiled-game.ts';
import { MEASURE, methodOf, modelOf, RUN, VIEW } from '../../experiment/parameters.ts';
import { baseMeasure } from '../../measures/statistics.ts';
import { METHODS } from '../../methods/index.ts';
import { MODELS } from '../../models/index.ts';
import { MODIFIERS } from '../../models/modifiers.ts';
import { CORRECTION_PARAMETERS } from '../../models/modifiers/index.ts';
import type { Parameter } from '../../models/parameter.ts';
import { effectRow, hasEffect } from './effect-row.ts';
import { ensembleRows } from './ensemble-rows.ts';
import { measureRow } from './measure-row.ts';
import { choiceRow, parameterRow, type Edit, type Row } from './panel-rows.ts';
import { planeChoice } from '../../experiment/editing/planes.ts';
import { openedModel } from '../../experiment/editing/model-view.ts';
import type { GameRow } from './game/game-row.ts';
import { planeRows } from './plane-rows.ts';
import { t, translate, type MessageKey } from '../messages/messages.ts';
import { methodText, modelText } from '../../experiment/texts.ts';

/** A folder of the panel: which rows it has depends on the experiment. */
export interface Section {
  readonly id: MessageKey<'panel.sections'>;
  /** Closed at first. */
  readonly folded?: true;
  rows(experiment: Experiment): readonly Row[];
}

const COLOURS = ['map', 'speed', 'distance', 'angle', 'time'] as const;

/** Options that need more than their id. */
function optionNames(parameter: string): Readonly<Record<string, string>> | undefined {
  if (parameter === 'colour') {
    return Object.fromEntries(COLOURS.map((colour) => [colour, t(`panel.colours.${colour}`)]));
  }
  return undefined;
}

const MODEL_LIST = MODELS.map((model) => [modelText(model, 'title'), model.id] as const);

const METHOD_LIST = METHODS.map((method) => [methodText(method), method.id] as const);

/**
 * All folders, in the order shown.
 * @param gameRows below the model, where it is a game of one's own
 */
export function sectionsOf(
  edit: Edit,
  flows: () => boolean,
  game: GameRow,
  gameRows: readonly Row[],
): readonly Section[] {
  const planes = planeChoice();
  const parameterRows = (parameters: readonly Parameter[], isGame = false) =>
    parameters.flatMap((parameter) => {
      const { name } = parameter;
      const row = parameterRow(parameter, (value) => edit.assign(name, value), optionNames(name));
      // What a parameter of a game of one's own does nobody else knows.
      return hasEffect(name) && !isGame ? [row, effectRow(name)] : [row];
    });
  return [
    {
      id: 'model',
      rows: (experiment) => [
        modelRow(edit, game),
        ...(experiment.game ? gameRows : []),
        ...parameterRows(modelOf(experiment).parameters, experiment.game !== undefined),
      ],
    },
    // What the map shows is chosen as often as the model, so it stands where no scrolling is needed.
    { id: 'map', rows: () => [measureRow(edit)] },
    {
      id: 'modifiers',
      rows: (experiment) =>
        parameterRows(
          MODIFIERS.filter(
            (one) =>
              applies(experiment, one.name) &&
              !CORRECTION_PARAMETERS.some(({ name }) => name === one.name),
          ),
        ),
    },
    { id: 'corrections', folded: true, rows: () => parameterRows(CORRECTION_PARAMETERS) },
    {
      id: 'method',
      rows: (experiment) => [
        methodRow(edit),
        ...parameterRows(methodOf(experiment.method).parameters),
        ...parameterRows(RUN.filter(({ name }) => applies(experiment, name))),
      ],
    },
    {
      id: 'slice',
      rows: (experiment) => [
        ...planeRows(experiment, edit, planes),
        ...ensembleRows(experiment, edit),
      ],
    },
    {
      id: 'view',
      rows: (experiment) => [
        ...parameterRows(
          VIEW.filter(
            (one) =>
              one !== MEASURE &&
              applies(experiment, one.name) &&
              (flows() || !OF_FLOW.has(one.name)),
          ),
        ),
      ],
    },
  ];
}

/** The built-in models, and a game of one's own. */
function modelRow(edit: Edit, game: GameRow): Row {
  return choiceRow(
    'model',
    { name: t('panel.model'), doc: t('panel.modelDoc') },
    (experiment) => [
      ...MODEL_LIST.map(([title, id]) => [translate(title), id] as const),
      game.option(experiment),
    ],
    {
      get: ({ model }) => model,
      set: (id) => {
        if (id === CUSTOM) void game.begin();
        else edit.replace((experiment) => openedModel(experiment, id));
      },
    },
  );
}

function methodRow(edit: Edit): Row {
  return choiceRow(
    'method',
    { name: t('panel.method'), doc: t('panel.methodDoc') },
    () => METHOD_LIST.map(([title, id]) => [translate(title), id]),
    { get: ({ method }) => method, set: (id) => edit.assign('method', id) },
    kindOf,
  );
}

/** The group of a method, by its title. */
function kindOf(title: string): string {
  const flow = METHODS.some(
    (method) => translate(methodText(method)) === title && method.kind === 'flow',
  );
  return flow ? t('panel.flow') : t('panel.rule');
}

/** Choices about particles: nothing where there are none. */
const OF_FLOW = new Set(['particles', 'trail', 'speed', 'colour']);

/** Whether a choice changes anything that is shown. */
function applies(experiment: Experiment, name: string): boolean {
  const measure = mapMeasureOf(experiment);
  switch (name) {
    case 'eps':
      return ['outcome', 'settle', 'basin'].includes(baseMeasure(measure).id);
    case 'seed':
      if (mapEnsemble(experiment)) return true;
      return ['noise', 'gradientNoise'].some((noise) => Number(experiment.values[noise]) > 0);
    case 'theory':
      return experiment.parameterAxes !== undefined || experiment.diagram !== undefined;
    case 'isolines':
      return experiment.parameterAxes !== undefined;
    case 'palette':
      return measure.scale !== 'labels' && measure.scale !== 'basins';
    case 'theme':
    case 'plot1':
    case 'plot2':
    case 'log1':
    case 'log2':
      // Their places are the page's header and the plots.
      return false;
    default:
      return true;
  }
}
