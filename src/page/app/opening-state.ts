/** What a page shows first, and what Back returns to. */
import { linkParameters } from '../../experiment/format/link.ts';
import type { GameCompiler } from '../../experiment/format/read-game.ts';
import { fromQuery, type Reading } from '../../experiment/format/url.ts';
import { FIRST_PRESET, PRESETS } from '../../experiment/presets.ts';
import { presetOfStep, stepOf } from '../guide/guide-steps.ts';
import { experimentQuery, withComparisonInAddress, type PageReading } from '../shell/address.ts';
import { lastState } from './last-state.ts';

/**
 * The experiment of the address; without one the last stored, else the first preset.
 * @param compile of a game in it, where there is one
 */
export function readAddress(compile?: GameCompiler): PageReading {
  return withComparisonInAddress(readExperiment(compile), compile);
}

/** Whether there is neither a link nor a stored experiment; true until the first write. */
export function isFirstVisit(compile?: GameCompiler): boolean {
  return experimentQuery().size === 0 && lastState(compile) === undefined;
}

function readExperiment(compile: GameCompiler | undefined): Reading {
  const query = experimentQuery();
  const step = stepOf(linkParameters(location.search));
  if (query.size > 0) return fromQuery(query.toString(), compile);
  if (step !== undefined) return fromQuery(presetOfStep(PRESETS, step).query);
  return lastState(compile) ?? fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query);
}
