import { alignedWith, toOtherQuery, type Side } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { comparisonInAddress, type PageAddress } from '../app/address.ts';
import type { Compare } from './compare.ts';
import type { PaneNavigation } from '../panes/pane-navigation.ts';
import type { Notices } from '../app/notices.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { ProbeController } from '../probes/probe-controller.ts';
import type { ViewSet } from '../views/view-set.ts';
import type { Store } from '../app/store.ts';
import { t } from '../messages/messages.ts';

export interface CompareDependencies {
  readonly store: Store;
  readonly address: PageAddress;
  readonly notices: Notices;
  readonly navigation: PaneNavigation;
  readonly mainMap: PaneFrame;
  readonly probeController: ProbeController;
  /** Empties the undo stack: undo does not lead from one of the two experiments into the other. */
  clearUndo(): void;
  wake(): void;
}

interface LazyCompareDependencies extends CompareDependencies {
  /** Called when the comparison opens or closes. */
  onOpen(open: boolean): void;
}

const NOTHING = { other: undefined, edited: 'a' } as const;

/** Opens and closes the comparison; its code is loaded at the first opening. */
export interface LazyCompare extends Pick<
  Compare,
  'setViewSet' | 'draw' | 'scaleChanged' | 'mapFinished' | 'viewportSettled' | 'restart' | 'frame'
> {
  /** Pins the present experiment as B, or ends the comparison. */
  toggle(): void;
  /** Puts another experiment beside the present one, which is A or B. */
  compareWith(other: Experiment, edited: Side): void;
}

/** The address holds the other experiment, as `with`, and `edits=b` where the panel edits B. */
export function lazyCompare(dependencies: LazyCompareDependencies): LazyCompare {
  const { store, address, notices, navigation, mainMap, probeController, onOpen, clearUndo, wake } =
    dependencies;
  let loading: Promise<Compare> | undefined;
  let compare: Compare | undefined;
  let other: Experiment | undefined;
  let edited: Side = 'a';
  let viewSet: ViewSet | undefined;
  let theme: Theme | undefined;
  let scale: ColourScale | undefined;

  const build = async () => {
    const { openCompare } = await import('./compare.ts');
    const built = openCompare({
      store,
      navigation,
      mainMap,
      probeController,
      onSide: edit,
      onEnd: end,
      onFailed: (message) => notices.notify('failure', message),
      wake,
    });
    if (theme) built.draw(theme);
    if (viewSet) built.setViewSet(viewSet);
    built.scaleChanged(scale);
    compare = built;
    return built;
  };
  const show = async () => {
    onOpen(other !== undefined);
    if (!other && !loading) return;
    loading ??= build();
    try {
      const built = await loading;
      if (other) built.open(other, edited);
      else built.close();
    } catch (error) {
      loading = undefined;
      notices.notify('compare', t('compare.notLoaded', { message: String(error) }));
    }
  };
  const set = (next: Experiment | undefined, side: Side) => {
    other = next;
    edited = side;
    address.setPageParams({
      with: next ? toOtherQuery(next) : '',
      edits: next && side === 'b' ? 'b' : '',
    });
    void show();
  };
  const end = () => {
    address.pushHistory();
    set(undefined, 'a');
  };
  const edit = (side: Side) => {
    if (!other || side === edited) return;
    const { experiment } = store;
    const next = alignedWith(other, experiment);
    address.pushHistory();
    set(experiment, side);
    store.update(next);
    clearUndo();
  };
  const applyAddress = () => {
    ({ other, edited } = comparisonInAddress(store.experiment) ?? NOTHING);
    void show();
  };
  addEventListener('popstate', applyAddress);
  applyAddress();

  return {
    toggle() {
      if (other) {
        end();
        return;
      }
      address.pushHistory();
      set(store.experiment, 'a');
    },
    compareWith: set,
    setViewSet(next) {
      viewSet = next;
      compare?.setViewSet(next);
    },
    draw(next) {
      theme = next;
      compare?.draw(next);
    },
    scaleChanged(next) {
      scale = next;
      compare?.scaleChanged(next);
    },
    mapFinished: () => compare?.mapFinished(),
    viewportSettled: () => compare?.viewportSettled(),
    restart: () => compare?.restart(),
    frame: (steps) => compare?.frame(steps) ?? false,
  };
}
