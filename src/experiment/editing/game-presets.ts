/** The games of papers as presets; apart from the others, as opening one needs the compiler of games. */
import { CUSTOM } from '../../game/compiled-game.ts';
import { PAPER_GAMES } from '../../game/papers.ts';
import type { Preset } from '../presets.ts';

export const GAME_PRESETS: readonly Preset[] = PAPER_GAMES.map(({ id, game, view }) => ({
  id: `game-${id}`,
  group: 'games',
  title: game.title,
  source: game.source,
  query: `game=${encodeURIComponent(JSON.stringify(game))}&model=${CUSTOM}&${view}`,
}));
