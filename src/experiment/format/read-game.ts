/** Games of one's own, as links, flags and files have them. */
import type { CompiledGame } from '../../game/compiled-game.ts';
import { METHODS } from '../../methods/index.ts';
import { fill, type Message } from '../../models/message.ts';
import { MODIFIERS } from '../../models/modifiers.ts';
import { RUN, VIEW } from '../parameters.ts';
import { ChoiceError, EXPECTED, GOT, invalid, oneLine } from '../refusal.ts';
import { parseJson } from './bounded-json.ts';

/**
 * `compileGame`, as an argument: a page has it when the first game is opened. What it throws has a
 * `refusal`.
 */
export type GameCompiler = (source: unknown, isTaken: (name: string) => boolean) => CompiledGame;

/** Names that mean something in links and flags. */
const KEYS =
  'game model method x y flowX flowY hold ensemble diagram colours starts ganfield experiment edits with seed';

/** What kernels have beside parameters. */
const OF_KERNELS =
  'steps quarter half threeQuarters horizon lastStep emaLast speedAtEquilibrium leastDistance stepsWiden widened limitCycle alwaysOrbits alwaysGrows convergence diffusion mayBeChaotic';

const TAKEN: ReadonlySet<string> = new Set([
  ...KEYS.split(' '),
  ...OF_KERNELS.split(' '),
  ...[...MODIFIERS, ...RUN, ...VIEW].map(({ name }) => name),
  ...METHODS.flatMap(({ parameters }) => parameters.map(({ name }) => name)),
]);

/**
 * A compiled game.
 * @param value the object of a file, or its JSON in a link
 * @throws ChoiceError for what is no game, with the place of the first mistake
 */
export function readGame(value: unknown, compile: GameCompiler | undefined): CompiledGame {
  const source = typeof value === 'string' ? parsed(value) : value;
  if (!compile) throw invalid({ what: 'game', got: GOT.noCompiler, expected: EXPECTED.compiler });
  try {
    return compile(source, isTaken);
  } catch (error) {
    if (!(error instanceof Error && 'refusal' in error)) throw error;
    throw new ChoiceError(error.refusal as Message);
  }
}

/** Whether a name is one that a parameter of a game may not have. */
export function isTaken(name: string): boolean {
  return TAKEN.has(name);
}

function parsed(json: string): unknown {
  try {
    return parseJson(json);
  } catch (error) {
    const reason = oneLine(error instanceof Error ? error.message : '', 120);
    throw invalid({
      what: 'game',
      got: fill(GOT.damagedFile, { name: 'game', reason }),
      expected: EXPECTED.asSaved,
    });
  }
}
