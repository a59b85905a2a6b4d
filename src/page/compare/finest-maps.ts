import { mapKey } from '../../experiment/keys.ts';
import { SAMPLE_SIDE } from '../../figure/colour/colour-scale.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { MapPicture } from '../../figure/views.ts';
import { secondExperiment, type SecondViews } from './second-views.ts';

/** The page's own map, or the one beside it. */
export type Which = 'main' | 'second';

/** The numbers of both maps of a comparison. */
export interface FinestMaps {
  /** Reads the finest numbers that a map has of what it is to show. @returns whether there are any */
  read(which: Which): Promise<boolean>;
  /** Both maps as fine as both are there; undefined where one of them has nothing yet. */
  pictures(): readonly [main: MapPicture, second: MapPicture] | undefined;
}

interface Dependencies {
  readonly store: Store;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly views: Pick<SecondViews, 'pair'>;
}

export function finestMaps({ store, live, views }: Dependencies): FinestMaps {
  const fine: Partial<Record<Which, { readonly key: string; readonly picture: MapPicture }>> = {};
  const keyOf = (which: Which) => {
    const { state } = store;
    return mapKey(
      which === 'main' ? state.experiment : (secondExperiment(state) ?? state.experiment),
    );
  };
  const mapOf = (which: Which) => (which === 'main' ? live.viewSet.value : views.pair)?.map;
  const fineOf = (which: Which) => {
    const found = fine[which];
    return found?.key === keyOf(which) ? found.picture : undefined;
  };
  return {
    async read(which) {
      const key = keyOf(which);
      const picture = await mapOf(which)?.results();
      if (picture) fine[which] = { key, picture };
      return picture !== undefined;
    },
    pictures() {
      // Colours need both samples, which views that have just been opened have not yet.
      const [mainSample, secondSample] = [mapOf('main')?.sample, mapOf('second')?.sample];
      if (!mainSample || !secondSample) return undefined;
      const [main, second] = [fineOf('main'), fineOf('second')];
      if (main && second && main.grid.width === second.grid.width) return [main, second];
      const grid = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
      return [
        { grid, results: mainSample },
        { grid, results: secondSample },
      ];
    },
  };
}
