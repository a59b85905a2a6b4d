/** What a page shows first, and what the way back leads to. */
import { fromQuery, type Reading } from '../../experiment/format/url.ts';
import { FIRST_PRESET, PRESETS } from '../../experiment/presets.ts';
import { presetOfStep, stepOf } from '../guide/guide-steps.ts';
import { experimentQuery, stateInAddress, type PageReading } from '../shell/address.ts';
import { lastState } from './last-state.ts';

/** The experiment of the address; without one the last stored, else the first preset. */
export function readAddress(): PageReading {
  const query = experimentQuery();
  const step = stepOf(new URLSearchParams(location.search));
  if (query.size > 0) return inAddress(fromQuery(query.toString()));
  if (step !== undefined) return inAddress(fromQuery(presetOfStep(PRESETS, step).query));
  return inAddress(lastState() ?? fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query));
}

/** Whether there is neither a link nor a stored experiment; true until the first write. */
export function isFirstVisit(): boolean {
  return experimentQuery().size === 0 && lastState() === undefined;
}

function inAddress({ experiment, ignored }: Reading): PageReading {
  return { state: stateInAddress(experiment), ignored };
}
