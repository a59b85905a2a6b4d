import type { Trajectory } from '../../experiment/engine.ts';
import { mapOf } from '../../experiment/pixels.ts';
import { SAMPLE_SIDE, scaleFor } from '../../figure/colour/colour-scale.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import { flowNote } from '../panes/flow-pane.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { PictureChoice } from '../../figure/picture-size.ts';
import type { ViewSet } from '../views/view-set.ts';
import type { Store } from '../state/store.ts';
import type { PictureSource } from './picture.ts';
import { t } from '../messages/later.ts';
import type { Progress } from './share-kind.ts';

/** Makes a picture and returns it with its file name. */
export type MakePicture = (
  choice: PictureChoice,
  signal: AbortSignal,
  progress: Progress,
) => Promise<{ readonly blob: Blob; readonly name: string }>;

/** What is on the screen when a picture is asked for. */
export interface Scene {
  readonly store: Store;
  readonly viewSet: ViewSet;
  readonly trajectories: readonly Trajectory[];
  /** The colours of the trajectories, as indices into `probeColours`. */
  readonly slots: readonly number[];
  readonly panePixels: number;
}

/** @param currentScene undefined while there is nothing to be seen yet */
export function pictureMaker(currentScene: () => Scene | undefined): MakePicture {
  return async (choice, signal, progress) => {
    const source = await pictureSource(currentScene(), choice.background, signal, progress);
    const { makePicture, fileName } = await import('./picture.ts');
    const blob = await makePicture(source, choice, signal, progress);
    return { blob, name: fileName(source.experiment, choice) };
  };
}

/**
 * What pictures and figures are made from.
 * @throws Error where there is nothing to be seen yet, the signal's reason when aborted
 */
export async function pictureSource(
  scene: Scene | undefined,
  background: Theme,
  signal: AbortSignal,
  progress: Progress,
): Promise<PictureSource> {
  if (!scene) throw new Error(t('share.notYet'));
  const { viewSet, trajectories, slots, panePixels, store } = scene;
  const { experiment } = store;
  const { emptyPixels } = await import('./figure-canvas.ts');
  progress('colours');
  const sides = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
  const engine = await viewSet.engineFor(experiment);
  const sample = await mapOf(engine, experiment, sides, { signal });
  const flowPixels = (side: number) => {
    if (!viewSet.flow) return Promise.resolve(emptyPixels(side, background));
    const onFlow = (fraction: number) => progress('flow', fraction);
    return viewSet.flow.picture(side, background, { signal, progress: onFlow });
  };
  return {
    experiment,
    engine,
    scale: scaleFor(experiment, sample, background),
    sample,
    trajectories,
    trajectoryColours: slots.map((slot) => probeColours(background)[slot]!),
    flowNote: viewSet.flow ? flowNote(experiment, viewSet.flow.time) : t('panes.traces'),
    panePixels,
    flowPixels,
  };
}
