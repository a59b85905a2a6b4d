/** What a page shows first, and what Back returns to. */
import { linkParameters } from '../../experiment/format/link.ts';
import { fromQuery, type Reading } from '../../experiment/format/url.ts';
import { FIRST_PRESET, PRESETS } from '../../experiment/presets.ts';
import { presetOfStep, stepOf } from '../guide/guide-steps.ts';
import { experimentQuery, withComparisonInAddress, type PageReading } from '../shell/address.ts';
import { lastState } from './last-state.ts';

/** The experiment of the address; without one the last stored, else the first preset. */
export function readAddress(): PageReading {
  return withComparisonInAddress(readExperiment());
}

/** Whether there is neither a link nor a stored experiment; true until the first write. */
export function isFirstVisit(): boolean {
  return experimentQuery().size === 0 && lastState() === undefined;
}

function readExperiment(): Reading {
  const query = experimentQuery();
  const step = stepOf(linkParameters(location.search));
  if (query.size > 0) return fromQuery(query.toString());
  if (step !== undefined) return fromQuery(presetOfStep(PRESETS, step).query);
  return lastState() ?? fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query);
}
