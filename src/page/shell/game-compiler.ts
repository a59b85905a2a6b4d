import type { GameCompiler } from '../../experiment/format/read-game.ts';

/** The compiler of games, which is loaded when the first game is opened. */
export interface GameCompilation {
  /** Undefined until it is loaded. */
  readonly compile: GameCompiler | undefined;
  load(): Promise<GameCompiler>;
  /** Loads it where the present address may have a game in it. What did not load is refused as such. */
  ready(): Promise<void>;
  /** What `read` reads from the present address; a promise where the compiler has to be loaded first. */
  reading<T>(read: (compile: GameCompiler | undefined) => T): T | Promise<T>;
}

/** A key `game`, in the address or in the experiment that it compares with. */
const MENTION = /\bgame(?:=|%3D|%253D)/i;

/** @param stored the query of the experiment that an address without one opens */
export function gameCompiler(stored: () => string): GameCompilation {
  let compile: GameCompiler | undefined;
  const load = async () => {
    if (!compile) ({ compileGame: compile } = await import('../../game/compile-game.ts'));
    return compile;
  };
  const isWanted = () => compile === undefined && MENTION.test(`${location.search} ${stored()}`);
  return {
    get compile() {
      return compile;
    },
    load,
    async ready() {
      if (isWanted()) await load().catch(() => undefined);
    },
    reading: (read) => (isWanted() ? load().then(read) : read(compile)),
  };
}
