import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import { t } from '../messages/messages.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { byId, element } from '../ui/dom.ts';
import type { LiveViews } from '../views/live-views.ts';
import { mapKind } from '../views/view-set.ts';
import { MapVerification } from './map-verification.ts';
import { verifyBadge } from './verify-badge.ts';

/** The button that checks a sample of the map in float64, and the badge that it becomes. */
export interface VerifyController {
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly notices: Notices;
  readonly live: LiveViews;
  /** The map's, for the marks. */
  readonly square: HTMLElement;
}

export function openVerifyController(dependencies: Dependencies): VerifyController {
  const { store, notices, live, square } = dependencies;
  const life = lifetimeOf();
  const report = reportPopover();
  const badge = verifyBadge(report);
  byId('show-keys').before(badge.node);
  life.append(document.body, report);
  life.onEnd(() => badge.node.remove());

  const verification = new MapVerification({ store, notices, square, badge, report });
  badge.node.addEventListener('click', () => verification.toggle());
  const setEngine = () => verification.setEngine(mapKind(live.viewSet.value, store.experiment));
  life.onEnd(live.results.subscribe((results) => verification.setResults(results)));
  life.onEnd(live.viewSet.subscribe(setEngine));
  life.onEnd(
    store.subscribe(({ state, previous }) => {
      if (!isSameMap(state.experiment, previous.experiment)) setEngine();
    }),
  );
  life.onEnd(() => verification.reset());
  verification.show();
  return { destroy: life.destroy };
}

function reportPopover(): HTMLElement {
  return element('div', {
    class: 'menu report',
    id: 'check-report',
    popover: '',
    role: 'dialog',
    'aria-label': t('verify.report'),
  });
}

function isSameMap(a: Experiment, b: Experiment): boolean {
  return mapKey(a) === mapKey(b) && textOf(a, 'measure') === textOf(b, 'measure');
}
