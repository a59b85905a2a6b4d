import { mapOf, type Trace } from '../../experiment/engine.ts';
import { SAMPLE_SIDE, scaleFor } from '../../figure/colour/colour-scale.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import { flowNote } from '../panes/flow-pane.ts';
import type { PictureChoice } from '../../figure/picture-size.ts';
import type { Stage } from '../views/view-set.ts';
import type { Store } from '../app/store.ts';
import { words } from '../messages/words.ts';

/** Makes a picture and says what its file is called. */
export type MakePicture = (
  choice: PictureChoice,
  signal: AbortSignal,
  progress: (share: number) => void,
) => Promise<{ readonly blob: Blob; readonly name: string }>;

/** What is on the screen when a picture is asked for. */
export interface Scene {
  readonly store: Store;
  readonly stage: Stage;
  readonly traces: readonly Trace[];
  /** The colours of the traces, as indices into `probeColours`. */
  readonly slots: readonly number[];
  readonly panePixels: number;
}

/** @param sceneNow undefined while there is nothing to be seen yet */
export function pictureMaker(sceneNow: () => Scene | undefined): MakePicture {
  return async (choice, signal, progress) => {
    const scene = sceneNow();
    if (!scene) throw new Error(words().share.notYet);
    const { stage, traces, slots, panePixels, store } = scene;
    const { experiment } = store;
    const [{ makePicture, fileName }, { emptyPixels }] = await Promise.all([
      import('./picture.ts'),
      import('./figure-canvas.ts'),
    ]);
    const sides = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
    const sample = await mapOf(stage.engine, experiment, sides, { signal });
    const flowPixels = (side: number) => {
      if (!stage.flow) return Promise.resolve(emptyPixels(side, choice.paper));
      return stage.flow.picture(side, choice.paper, { signal, progress });
    };
    const blob = await makePicture(
      {
        experiment,
        engine: stage.engine,
        scale: scaleFor(experiment, sample, choice.paper),
        traces,
        traceColours: slots.map((slot) => probeColours(choice.paper)[slot]!),
        flowNote: stage.flow ? flowNote(store, stage.flow.time) : words().panes.traces,
        panePixels,
        flowPixels,
      },
      choice,
      signal,
      progress,
    );
    return { blob, name: fileName(experiment, choice) };
  };
}
