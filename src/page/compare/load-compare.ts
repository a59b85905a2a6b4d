import { beside, ownQuery, type Side } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { comparedIn, type Landmarks } from '../app/address.ts';
import type { Compare } from './compare.ts';
import type { Exploring } from '../panes/exploring.ts';
import type { Notices } from '../app/notices.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { Probing } from '../probes/probing.ts';
import type { Stage } from '../views/view-set.ts';
import type { Store } from '../app/store.ts';
import { words } from '../messages/words.ts';

export interface CompareSetting {
  readonly store: Store;
  readonly address: Landmarks;
  readonly notices: Notices;
  readonly explore: Exploring;
  readonly mainMap: PaneFrame;
  readonly probe: Probing;
  /** Undo does not lead from one of the two experiments into the other. */
  forgetChanges(): void;
  wake(): void;
}

interface DoorSetting extends CompareSetting {
  /** Something is compared from now on, or no longer. */
  onOpen(open: boolean): void;
}

const NOTHING = { other: undefined, edited: 'a' } as const;

/** The way into a comparison, whose code is loaded when somebody takes it, and out of it. */
export interface CompareDoor extends Pick<
  Compare,
  'setStage' | 'draw' | 'scaleChanged' | 'mapFinished' | 'windowSettled' | 'restart' | 'frame'
> {
  /** Pins the present experiment as B, or ends the comparison. */
  toggle(): void;
  /** Puts another experiment beside the present one, which is A or B. */
  compareWith(other: Experiment, edited: Side): void;
}

/** The address holds the other experiment, as `with`, and `edits=b` where the panel edits B. */
export function compareDoor(setting: DoorSetting): CompareDoor {
  const { store, address, notices, explore, mainMap, probe, onOpen, forgetChanges, wake } = setting;
  let loading: Promise<Compare> | undefined;
  let compare: Compare | undefined;
  let other: Experiment | undefined;
  let edited: Side = 'a';
  let stage: Stage | undefined;
  let theme: Theme | undefined;
  let scale: ColourScale | undefined;

  const build = async () => {
    const { openCompare } = await import('./compare.ts');
    const built = openCompare({
      store,
      explore,
      mainMap,
      probe,
      onSide: edit,
      onEnd: end,
      onFailed: (message) => notices.say('failure', message),
      wake,
    });
    if (theme) built.draw(theme);
    if (stage) built.setStage(stage);
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
      notices.say('compare', words().compare.notLoaded(String(error)));
    }
  };
  const set = (next: Experiment | undefined, side: Side) => {
    other = next;
    edited = side;
    address.say({ with: next ? ownQuery(next) : '', edits: next && side === 'b' ? 'b' : '' });
    void show();
  };
  const end = () => {
    address.landmark();
    set(undefined, 'a');
  };
  const edit = (side: Side) => {
    if (!other || side === edited) return;
    const { experiment } = store;
    const next = beside(other, experiment);
    address.landmark();
    set(experiment, side);
    store.update(next);
    forgetChanges();
  };
  const follow = () => {
    ({ other, edited } = comparedIn(store.experiment) ?? NOTHING);
    void show();
  };
  addEventListener('popstate', follow);
  follow();

  return {
    toggle() {
      if (other) {
        end();
        return;
      }
      address.landmark();
      set(store.experiment, 'a');
    },
    compareWith: set,
    setStage(next) {
      stage = next;
      compare?.setStage(next);
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
    windowSettled: () => compare?.windowSettled(),
    restart: () => compare?.restart(),
    frame: (steps) => compare?.frame(steps) ?? false,
  };
}
