/** Recorded videos; loaded when the first one is made. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import { captionOf, titleOf } from '../../../figure/text/caption.ts';
import { toFile } from '../../../experiment/format/json.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import type { Scene } from '../picture-maker.ts';
import { videoPlan, type VideoChoice } from '../../../figure/video-plan.ts';
import { openVideoFrames } from './video-frames.ts';
import { t } from '../../messages/later.ts';

/** What plays most widely comes first. */
const CODECS: Readonly<Record<VideoChoice['file'], VideoCodec[]>> = {
  mp4: ['avc'],
  webm: ['vp9', 'vp8', 'av1'],
};

/**
 * Draws and encodes a video frame by frame; never returns a partial one.
 * @throws the signal's reason when aborted
 */
export async function recordVideo(
  scene: Scene,
  choice: VideoChoice,
  signal: AbortSignal,
  progress: (fraction: number) => void,
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const { experiment } = scene.store;
  const plan = videoPlan(experiment, choice);
  const frames = await openVideoFrames(scene, choice, plan, signal);
  try {
    const { canvas } = frames;
    const { file, codec } = await encodingFor(choice.file, canvas);
    const target = new BufferTarget();
    const output = new Output({
      format: file === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
      target,
    });
    const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH });
    output.addVideoTrack(source, { frameRate: choice.rate });
    output.setMetadataTags({
      title: titleOf(experiment),
      description: captionOf(experiment),
      comment: JSON.stringify(toFile(experiment)),
    });
    try {
      await output.start();
      for (let frame = 0; frame < plan.frames; frame++) {
        await frames.draw(frame);
        signal.throwIfAborted();
        await source.add(frame / choice.rate, 1 / choice.rate);
        progress((frame + 1) / plan.frames);
      }
      signal.throwIfAborted();
      await output.finalize();
    } catch (error) {
      await output.cancel();
      throw error;
    }
    const blob = new Blob([target.buffer!], { type: await output.getMimeType() });
    return { blob, name: fileName(experiment, choice, file) };
  } finally {
    frames.destroy();
  }
}

/** The file that was asked for, or the other one where the browser encodes nothing that goes in it. */
async function encodingFor(
  wanted: VideoChoice['file'],
  { width, height }: OffscreenCanvas,
): Promise<{ file: VideoChoice['file']; codec: VideoCodec }> {
  const other = wanted === 'mp4' ? 'webm' : 'mp4';
  for (const file of [wanted, other] as const) {
    const options = { width, height, quality: QUALITY_HIGH };
    const codec = await getFirstEncodableVideoCodec(CODECS[file], options);
    if (codec) return { file, codec };
  }
  throw new Error(t('share.video.noCodec', { size: `${width} × ${height}` }));
}

function fileName(
  { model }: Experiment,
  { parameterRange, content }: VideoChoice,
  file: string,
): string {
  return `${['ganfield', model, ...(parameterRange ? [parameterRange.name] : []), content].join('-')}.${file}`;
}
