/** A game of one's own on the command line: a file, one of a paper, or its formulas in flags. */
import { existsSync } from 'node:fs';
import type { Experiment } from '../experiment/experiment.ts';
import { parseJson } from '../experiment/format/bounded-json.ts';
import { readState } from '../experiment/format/read-state.ts';
import { assign } from '../experiment/schema.ts';
import { PAPER_GAMES } from '../game/papers.ts';
import { compileGame } from '../game/compile-game.ts';
import { COMPONENTS } from '../models/state.ts';
import { shortened, UsageError } from './errors.ts';
import type { ExperimentFlags } from './flags.ts';
import { nameOf, piecesOf } from './input.ts';
import { suggestion } from './suggest.ts';

/** Bytes of a game's file; its texts are bounded far below. */
const LONGEST = 65_536;

/**
 * The game that flags describe, not yet read; undefined where they describe none.
 * @throws UsageError where they describe more than one, or half of one
 */
export async function gameOf(flags: ExperimentFlags): Promise<unknown> {
  const { game, lossD, lossG, minMax, field } = flags;
  const losses = lossD ?? lossG;
  const given = Object.entries({
    '--game': game,
    '--loss-d': losses,
    '--min-max': minMax,
    '--field': field,
  })
    .filter(([, value]) => value !== undefined)
    .map(([flag]) => flag);
  if (given.length > 1) {
    throw new UsageError(`invalid game: ${given.join(' and ')}, expected one of them`);
  }
  if (game !== undefined) return PAPER_GAMES.find(({ id }) => id === game)?.game ?? readGame(game);
  if (losses !== undefined) {
    if (lossD === undefined || lossG === undefined) {
      const missing = lossD === undefined ? '--loss-d' : '--loss-g';
      throw new UsageError(`missing ${missing}: a game has a loss for each player`);
    }
    return { lossD, lossG };
  }
  if (minMax !== undefined) return { minMax };
  return field === undefined ? undefined : { field: fieldOf(field) };
}

/**
 * An experiment with the game of the flags, and with their target.
 * @throws ChoiceError, UsageError
 */
export function withGameOf(
  experiment: Experiment,
  game: unknown,
  { target, model }: ExperimentFlags,
): Experiment {
  const own = game === undefined ? experiment.game?.source : game;
  if (game !== undefined && model !== undefined && model !== 'custom') {
    throw new UsageError(`invalid model: ${shortened(model)} beside a game, expected custom`);
  }
  if (target === undefined) {
    return game === undefined ? experiment : assign(experiment, 'game', game, compileGame);
  }
  if (typeof own !== 'object' || own === null) {
    throw new UsageError(
      'invalid target: only a game of your own has one; that of the built-in models is 0, say --game or --loss-d',
    );
  }
  const state = readState('target', target);
  return assign(experiment, 'game', { ...own, target: state }, compileGame);
}

/** @param path of a file, or a name that is no game's */
async function readGame(path: string): Promise<unknown> {
  if (/^[\w-]+$/.test(path) && path !== '-' && !existsSync(path)) {
    const ids = PAPER_GAMES.map(({ id }) => id);
    throw new UsageError(
      `unknown game: ${shortened(path)}, expected a file or one of ${ids.join(', ')}${suggestion(path, ids)}`,
    );
  }
  return readJson(path);
}

async function readJson(path: string): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOf('game', path)) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST) {
      throw new UsageError(`invalid game: ${nameOf(path)} has more than ${LONGEST} bytes`);
    }
  }
  try {
    return parseJson(Buffer.concat(pieces).toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? shortened(error.message) : 'unknown reason';
    throw new UsageError(`invalid game: ${nameOf(path)} is damaged JSON (${reason})`);
  }
}

/** `phi1=EXPR,theta1=EXPR`: a comma before a component and `=` parts them. */
function fieldOf(text: string): Readonly<Record<string, string>> {
  const parts = text.split(/,(?=\s*[A-Za-z]\w*\s*=(?!=))/);
  const entries = parts.map((part) => {
    const [, name = '', expression = ''] = /^\s*(\w+)\s*=(?!=)(.*)$/s.exec(part) ?? [];
    if (!(COMPONENTS as readonly string[]).includes(name)) {
      throw new UsageError(
        `invalid field: ${shortened(part)}, expected component=expression with ${COMPONENTS.join(', ')}`,
      );
    }
    return [name, expression] as const;
  });
  return Object.fromEntries(entries);
}
