/**
 * The editor of a game of one's own. What is typed is compiled at once: a game without a mistake
 * becomes the experiment's, and until there is one the last good one goes on. Loaded on demand.
 */
import { withGame, withValues, type Experiment } from '../../../experiment/experiment.ts';
import { isTaken } from '../../../experiment/format/read-game.ts';
import { modelOf } from '../../../experiment/parameters.ts';
import { clamp } from '../../../experiment/editing/slider-scale.ts';
import { checkWhole } from '../../../experiment/schema.ts';
import { compileGame, GAME_ERRORS, GameError } from '../../../game/compile-game.ts';
import type { CompiledGame } from '../../../game/compiled-game.ts';
import type { GameSource } from '../../../game/game-source.ts';
import { startingPointOf, type StartingPoint } from '../../../game/starting-points.ts';
import { lifetimeOf } from '../../state/lifetime.ts';
import type { Store } from '../../state/store.ts';
import { element } from '../../ui/dom.ts';
import { expressionFields, type ExpressionFields } from './expression-fields.ts';
import {
  draftOf,
  inForm,
  sourceOf,
  withRange,
  withText,
  withTitle,
  type GameDraft,
} from './game-draft.ts';
import { gameChoices } from './game-choices.ts';
import { gameHelp } from './game-help.ts';
import { witnessLine, type WitnessLine } from './witness-line.ts';
import { parameterRanges } from './parameter-ranges.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './game-editor.css';

/** Between the last key and the game that runs, in milliseconds: half a word is not computed. */
const PAUSE = 120;

export interface GameEditor {
  readonly root: HTMLElement;
  /** Takes the experiment's game, where it is not the one that was typed. */
  show(experiment: Experiment): void;
  destroy(): void;
}

/** The experiment with its built-in model as a game of one's own: the same losses at the same values. */
export function asOwnGame(experiment: Experiment): Experiment {
  return withStartingPoint(experiment, startingPointOf(modelOf(experiment), experiment.values));
}

function withStartingPoint(experiment: Experiment, { source, values }: StartingPoint): Experiment {
  const next = withGame(experiment, compileGame(source, isTaken));
  return checkWhole(withValues(next, values));
}

export function openGameEditor(store: Store): GameEditor {
  const life = lifetimeOf();
  let draft = draftOf(store.experiment.game!.source);
  /** The source that runs. */
  let running: GameSource | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const edit = (next: GameDraft) => {
    draft = next;
    status.wait(!fields.check(draft));
    clearTimeout(waiting);
    waiting = setTimeout(run, PAUSE);
  };
  const choices = gameChoices({
    begin: (point) => store.update(withStartingPoint(store.experiment, point)),
    form(form) {
      const next = inForm(draft, running ?? sourceOf(draft), form);
      fields.show(next);
      edit(next);
    },
    title: (title) => edit(withTitle(draft, title)),
  });
  const fields = expressionFields((place, text) => edit(withText(draft, place, text)));
  const status = witnessLine();
  const ranges = parameterRanges((name, range) => edit(withRange(draft, name, range)));
  const root = element(
    'div',
    { class: 'game-editor' },
    choices.root,
    fields.root,
    status.root,
    ranges.root,
    gameHelp(),
  );

  const showCompiled = (game: CompiledGame) => {
    ranges.show(game.parameters);
    status.show(game, store.experiment.values);
    choices.show(draft.form, draft.about.title ?? '');
  };
  /** Compiles the draft, and lets it run. */
  const run = () => {
    if (!fields.check(draft)) return;
    const game = compiled(draft, fields, status);
    if (!game) return;
    running = game.source;
    const { experiment } = store;
    store.update(checkWhole(withClampedValues(withGame(experiment, game), experiment)));
    showCompiled(game);
  };
  const show = ({ game }: Experiment) => {
    if (!game || JSON.stringify(game.source) === JSON.stringify(running)) return;
    clearTimeout(waiting);
    running = game.source;
    draft = draftOf(running);
    fields.show(draft);
    fields.check(draft);
    showCompiled(game);
  };
  life.onEnd(() => clearTimeout(waiting));
  life.onEnd(() => root.remove());
  show(store.experiment);
  return { root, show, destroy: life.destroy };
}

/** The game of a draft; undefined where it is none, which is said at its place. */
function compiled(
  draft: GameDraft,
  fields: ExpressionFields,
  status: WitnessLine,
): CompiledGame | undefined {
  try {
    const game = compileGame(sourceOf(draft), isTaken);
    const declared = Object.entries(draft.about.parameters ?? {});
    const used = declared.filter(([name]) => game.parameters.some((one) => one.name === name));
    const { parameters: _, ...source } = game.source;
    // Ranges of names that are no longer there stay in the draft, in case they come back.
    return {
      ...game,
      source: {
        ...source,
        ...(used.length > 0 && { parameters: Object.fromEntries(used) }),
      } as GameSource,
    };
  } catch (error) {
    if (!(error instanceof GameError)) throw error;
    const { id, values } = error.refusal;
    const within = id === GAME_ERRORS.expression.id ? values['reason'] : undefined;
    const reason = typeof within === 'object' ? within : error.refusal;
    if (!fields.showFault(error.place, { reason, span: error.span })) status.fail(reason);
    return undefined;
  }
}

/** Values that a range no longer has come to its end. */
function withClampedValues(next: Experiment, before: Experiment): Experiment {
  const own = next.game?.parameters ?? [];
  const clamped = own
    .filter(({ name }) => typeof before.values[name] === 'number')
    .map((parameter) => [parameter.name, clamp(parameter, Number(before.values[parameter.name]))]);
  return withValues(next, Object.fromEntries(clamped));
}
