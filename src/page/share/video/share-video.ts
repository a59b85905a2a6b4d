import { animatableParameters } from '../../../experiment/animated-parameter.ts';
import { MAX_FRAMES } from '../../../figure/video-plan.ts';
import { t } from '../../messages/later.ts';
import type { Store } from '../../state/store.ts';
import type { Scene } from '../picture-maker.ts';
import { savedFile, type ShareKind, type ShareRun } from '../share-kind.ts';
import { videoChoiceOf, VideoFields } from './video-fields.ts';

/** The flow in time, or map and flow while a parameter runs through a range, as a video. */
export function shareVideo(store: Store, currentScene: () => Scene | undefined): ShareKind {
  const fields = new VideoFields(() => ({
    experiment: store.experiment,
    flows: currentScene()?.viewSet.openOfflineFlow !== undefined,
  }));
  return {
    id: 'video',
    fields: fields.nodes,
    actions: [
      {
        label: t('share.video.record'),
        main: true,
        run: (running) => downloadVideo(store, currentScene(), running),
      },
    ],
    refresh: () => fields.refresh(),
  };
}

async function downloadVideo(
  store: Store,
  scene: Scene | undefined,
  { data, signal, progress }: ShareRun,
): Promise<string> {
  if (typeof VideoEncoder === 'undefined') throw new Error(t('share.video.missing'));
  if (!scene) throw new Error(t('share.notYet'));
  const choice = videoChoiceOf(data, animatableParameters(store.experiment));
  const frames = choice.seconds * choice.rate;
  if (frames > MAX_FRAMES) throw new Error(t('share.video.tooMany', { frames, most: MAX_FRAMES }));
  const { recordVideo } = await import('./video.ts');
  progress('video', 0);
  const onFrame = (fraction: number) => progress('video', fraction);
  const { blob, name } = await recordVideo(scene, choice, signal, onFrame);
  signal.throwIfAborted();
  return savedFile(blob, name);
}
