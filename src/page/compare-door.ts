import { beside, fromOwnQuery, ownQuery } from '../experiment/comparison.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { ColourScale } from '../figure/colour-scale.ts';
import type { Theme } from '../figure/theme.ts';
import { ownKeys, type Landmarks } from './address.ts';
import type { Compare } from './compare.ts';
import type { Side } from './compare-frame.ts';
import type { Exploring } from './exploring.ts';
import type { Notices } from './notices.ts';
import type { PaneFrame } from './pane-frame.ts';
import type { Stage } from './stage.ts';
import type { Store } from './store.ts';
import { words } from './words/words.ts';

export interface CompareSetting {
  readonly store: Store;
  readonly address: Landmarks;
  readonly notices: Notices;
  readonly explore: Exploring;
  readonly mainMap: PaneFrame;
  /** Undo does not lead from one of the two experiments into the other. */
  forgetChanges(): void;
  wake(): void;
}

/** The way into a comparison, whose code is loaded when somebody takes it, and out of it. */
export interface CompareDoor extends Pick<
  Compare,
  'setStage' | 'draw' | 'scaleChanged' | 'mapFinished' | 'windowSettled' | 'restart' | 'frame'
> {
  /** Pins the present experiment as B, or ends the comparison. */
  toggle(): void;
}

/** The address holds the other experiment, as `with`, and `edits=b` where the panel edits B. */
export function compareDoor(setting: CompareSetting): CompareDoor {
  const { store, address, notices, explore, mainMap, forgetChanges, wake } = setting;
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
    const { with: query = '', edits, embed } = ownKeys();
    other = query === '' || embed !== undefined ? undefined : fromOwnQuery(query, store.experiment);
    edited = edits === 'b' ? 'b' : 'a';
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
