import type { Side } from '../../experiment/comparison.ts';
import type { Results } from '../../experiment/engine.ts';
import type { Plane } from '../../experiment/experiment.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { categoriesOf } from '../../figure/categories.ts';
import {
  differenceOf,
  differenceRows,
  differenceScale,
  paintCategories,
} from '../../figure/difference.ts';
import { formatNumber } from '../../figure/text/number.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { CompareKeyContent } from './compare-key.ts';
import type { PanePosition } from './compare-pointer.ts';
import { mapValueText } from '../panes/map-value.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { paintInto } from '../ui/paint-map.ts';

/** Both maps on one grid, with the colours that they share. */
export interface ComparedMaps {
  readonly a: MapPicture;
  readonly b: MapPicture;
  readonly scale: ColourScale;
  /** Their coarsest levels, which decide the range of the differences. */
  readonly samples: Readonly<Record<Side, Results>>;
  readonly theme: Theme;
}

/** The pane that shows how A and B differ. */
export interface DifferencePane {
  show(shown: ComparedMaps, plane: Plane): void;
  /** What is shown at present. */
  readonly shown: ComparedMaps | undefined;
  resize(devicePixels: number): void;
  /** Places the picture at its plane's position in the present one. */
  place(wanted: Plane): void;
  /** Shows nothing: the maps have no plane in common. */
  clear(): void;
  /** What is shown, where the measure is a number. */
  readonly numbers: Pick<CompareKeyContent, 'differences'>;
  /** The values at a place: of the edited side, of the other one, and their difference. */
  valuesAt(at: PanePosition, edited: Side): readonly [string, string, string];
}

export function differencePane(frame: PaneFrame): DifferencePane {
  const canvas = frame.freshCanvas();
  let pixels = 0;
  let shown: ComparedMaps | undefined;
  let plane: Plane | undefined;
  let differences: CompareKeyContent['differences'];

  const paint = () => {
    if (!shown || pixels === 0) return;
    const { a, b, scale, theme } = shown;
    if (differences) {
      paintInto(canvas, differences.picture, differences.scale);
      return;
    }
    // Stripes are of the screen's pixels, not of the map's.
    canvas.width = canvas.height = pixels;
    const categories = categoriesOf(scale)!;
    const painted = paintCategories(scale, categories, a, b, pixels, theme);
    canvas.getContext('2d')!.putImageData(new ImageData(painted, pixels), 0, 0);
  };

  return {
    get shown() {
      return shown;
    },
    get numbers() {
      return differences ? { differences } : {};
    },
    show(next, nextPlane) {
      shown = next;
      plane = nextPlane;
      const { a, b, scale, samples, theme } = next;
      differences =
        categoriesOf(scale) !== undefined
          ? undefined
          : {
              picture: { grid: a.grid, results: differenceRows(scale, a.results, b.results) },
              scale: differenceScale(scale, differenceRows(scale, samples.a, samples.b), theme),
            };
      paint();
    },
    clear() {
      shown = differences = undefined;
      canvas.width = canvas.height = 1;
    },
    resize(next) {
      if (next === pixels) return;
      pixels = next;
      paint();
    },
    place: (wanted) => frame.place(plane, wanted),
    valuesAt({ x, y }, edited) {
      if (!shown) return ['', '', ''];
      const { a, b, scale } = shown;
      const texts = { a: mapValueText(a, scale, x, y), b: mapValueText(b, scale, x, y) };
      const other = edited === 'a' ? 'b' : 'a';
      return [texts[edited], texts[other], differenceText(shown, x, y)];
    },
  };
}

/** A less B at a place, in words. */
function differenceText({ a, b, scale }: ComparedMaps, x: number, y: number): string {
  const { width } = a.grid;
  const index = (fraction: number) => Math.min(width - 1, Math.floor(fraction * width));
  const at = (index(y) * width + index(x)) * scale.layout.columns.length + scale.column;
  const [ofA, ofB] = [a.results[at]!, b.results[at]!];
  const categories = categoriesOf(scale);
  if (categories) {
    const [textA, textB] = [ofA, ofB].map((value) =>
      translate(categories.textOf(categories.codeOf(value))),
    ) as [string, string];
    return textA === textB ? t('compare.same', { label: textA }) : `${textA} / ${textB}`;
  }
  const difference = differenceOf(ofA, ofB);
  if (Number.isNaN(difference)) return t('compare.none');
  if (!Number.isFinite(difference)) return difference > 0 ? '+∞' : '−∞';
  const text = formatNumber(Number(difference.toPrecision(3)));
  return difference > 0 ? `+${text}` : text;
}
