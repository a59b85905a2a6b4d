import { mapOf, type Engine, type Results } from '../../experiment/engine.ts';
import { numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import {
  joined,
  SAMPLE_SIDE,
  scaleFor,
  type ColourScale,
} from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { mapKey } from '../../experiment/keys.ts';
import { isSameViewport } from '../../experiment/viewport.ts';
import type { MapEvents, MapPicture, MapView } from '../../figure/views.ts';
import { paintInto } from '../ui/paint-map.ts';
import { t } from '../messages/messages.ts';

/** Starts along each side, coarse first; a processor takes seconds for the last. */
const LEVELS = [SAMPLE_SIDE, 128, 192];

/** How long the old picture takes to fade into the new one, in milliseconds. */
const FADE = 200;

/** The map from an engine that is slow: level by level, painted into a plain canvas. */
export function cpuMapView(engine: Engine, canvas: HTMLCanvasElement, events: MapEvents): MapView {
  const context = canvas.getContext('2d', { alpha: false })!;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let experiment: Experiment | undefined;
  let theme: Theme = 'dark';
  let key = '';
  /** The finest level so far, and the coarsest of the same map, which fixes its scale. */
  let picture: MapPicture | undefined;
  let pictureKey = '';
  let pictureSlice: Slice | undefined;
  let shownSlice: Slice | undefined;
  let sample: MapPicture | undefined;
  /** The sample of another map that shares the colour scale. */
  let shared: Results | undefined;
  let shown: OffscreenCanvas | undefined;
  let former: OffscreenCanvas | undefined;
  let changed = 0;
  let dirty = false;
  let progress = 0;
  let rate = 0;
  let job: { abort: AbortController; coarse: boolean } | undefined;

  const repaint = () => {
    if (!experiment || !picture || !sample) return;
    const scale = scaleFor(experiment, joined(sample.results, shared), theme);
    events.scale(scale);
    // Fading between two viewports would show two places at once.
    former = shownSlice && isSameViewport(shownSlice, pictureSlice!) ? shown : undefined;
    shown = imageOf(scale, picture);
    changed = performance.now();
    dirty = true;
  };

  /** Computes all levels of the present experiment, then those of a newer one if it changed. */
  const compute = async () => {
    if (job || !experiment) return;
    const [present, presentKey] = [experiment, key];
    const most = numberOf(present, 'resolution');
    const levels = LEVELS.filter((size, i) => i === 0 || size <= most);
    const all = levels.reduce((sum, size) => sum + size * size, 0);
    const steps = scheduleFor(present).steps;
    const abort = new AbortController();
    const current = { abort, coarse: true };
    job = current;
    let before = 0;
    try {
      for (const size of levels) {
        const grid = { width: size, height: size };
        const startedAt = performance.now();
        const results = await mapOf(engine, present, grid, {
          signal: abort.signal,
          progress: (fraction) => {
            if (presentKey === key) progress = (before + fraction * size * size) / all;
            rate = (fraction * size * size * steps) / ((performance.now() - startedAt) / 1000);
          },
        });
        before += size * size;
        picture = { grid, results };
        pictureKey = presentKey;
        pictureSlice = present.slice;
        if (current.coarse) sample = picture;
        current.coarse = false;
        repaint();
        if (presentKey !== key) break;
      }
      if (presentKey === key) finish();
    } catch (error) {
      if (!abort.signal.aborted) {
        events.failed(error instanceof Error ? error.message : t('common.unknownReason'));
      }
    } finally {
      job = undefined;
    }
    if (presentKey !== key) void compute();
  };

  const finish = () => {
    progress = 1;
    events.finished();
  };

  return {
    setExperiment(next) {
      const nextKey = mapKey(next);
      experiment = next;
      if (nextKey === key) {
        repaint();
        return;
      }
      key = nextKey;
      progress = 0;
      // The coarsest level is never aborted, so that a slider in motion shows pictures.
      if (job && !job.coarse) job.abort.abort();
      void compute();
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      repaint();
    },
    resize(devicePixels) {
      if (canvas.width === devicePixels) return;
      canvas.width = canvas.height = devicePixels;
      dirty = true;
    },
    frame() {
      if (!dirty || !shown) return;
      const age = calm ? 1 : (performance.now() - changed) / FADE;
      draw(context, former ?? shown, 1);
      shownSlice = pictureSlice;
      draw(context, shown, Math.min(1, age));
      if (age >= 1) dirty = false;
    },
    get shown() {
      return shownSlice;
    },
    get progress() {
      return progress;
    },
    get idle() {
      return progress === 1 && !dirty;
    },
    get stepsPerSecond() {
      return rate;
    },
    get sample() {
      return sample?.results;
    },
    shareColours(other) {
      if (other === shared) return;
      shared = other;
      repaint();
    },
    results: () => Promise.resolve(pictureKey === key ? picture : undefined),
    destroy: () => job?.abort.abort(),
  };
}

function imageOf(scale: ColourScale, picture: MapPicture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(1, 1);
  paintInto(canvas, picture, scale);
  return canvas;
}

function draw(context: CanvasRenderingContext2D, image: OffscreenCanvas, alpha: number): void {
  const { width, height } = context.canvas;
  context.globalAlpha = alpha;
  // Every start is a square of its own: smoothing would invent starts between them.
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, width, height);
}
