import { mapPlane, valueAt } from '../../experiment/plane.ts';
import type { Plane } from '../../experiment/experiment.ts';
import type { Variant } from '../../experiment/sweep.ts';
import { rowCount } from '../../experiment/ensemble/rows.ts';
import { outcomeText } from '../../experiment/texts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { cssOf, entryOf, type Theme } from '../../figure/colour/theme.ts';
import { fractionsOf } from '../../figure/legend/fraction-line.ts';
import { countLabels, formatFraction } from '../../figure/legend/label-counts.ts';
import { portraitMarks } from '../../figure/overlays/phase-portrait.ts';
import { theoryLines } from '../../figure/overlays/theory-lines.ts';
import { documentOf } from '../../figure/svg.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { element, setSvg, setText } from '../ui/dom.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import { mapValueText } from '../panes/map-value.ts';
import { paintInto } from '../ui/paint-map.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { list, translate } from '../messages/messages.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './gallery-tiles.css';
import type { OverMap } from './gallery-theory.ts';
import { variantTitle, wholeTitle } from './gallery-sweep.ts';

/** Small maps that share slice, pointer and colours. */
export interface Tiles {
  readonly variants: readonly Variant[];
  /** Puts a map, or a finer one of the same, into its tile. */
  set(index: number, picture: MapPicture): void;
  /** Paints one tile, or all of them, in these colours. */
  paint(scale: ColourScale, index?: number): void;
  readonly pictures: readonly (MapPicture | undefined)[];
  /** Draws what lies over a map on its tile in its present size. */
  drawOver(index: number, over: OverMap, theme: Theme): void;
}

interface Options {
  readonly grid: HTMLElement;
  readonly variants: readonly Variant[];
  readonly onChosen: (variant: Variant) => void;
  /** The start under the pointer; undefined where it has left. */
  readonly onPoint: (at: { readonly x: number; readonly y: number } | undefined) => void;
}

/** Fills the grid with a tile for each variant. */
export function tilesIn({ grid, variants, onChosen, onPoint }: Options): Tiles {
  const pictures: (MapPicture | undefined)[] = variants.map(() => undefined);
  let scale: ColourScale | undefined;
  const tiles = variants.map((variant) => {
    const [title, whole] = [variantTitle(variant), wholeTitle(variant)];
    const canvas = element('canvas', { 'aria-hidden': 'true' });
    canvas.width = canvas.height = 1;
    const value = element('span', { class: 'value' });
    const fractions = element('span', { class: 'fractions' });
    const label = element('span', { class: 'unseen' }, t('gallery.opens', { title: whole }));
    const marks = element('span', { class: 'marks', 'aria-hidden': 'true' });
    const frame = element('span', { class: 'frame' }, canvas, marks);
    const button = element(
      'button',
      { type: 'button', class: 'tile' },
      label,
      element(
        'span',
        { class: 'heading', 'aria-hidden': 'true' },
        element('b', { title: whole }, title),
        fractions,
        value,
      ),
      frame,
    );
    button.addEventListener('click', () => onChosen(variant));
    frame.addEventListener('pointermove', (event) => {
      const box = frame.getBoundingClientRect();
      point((event.clientX - box.left) / box.width, (box.bottom - event.clientY) / box.height);
    });
    frame.addEventListener('pointerleave', () => {
      grid.classList.remove('pointed');
      for (const tile of tiles) setText(tile.value, '');
      onPoint(undefined);
    });
    return { canvas, marks, value, fractions, label, item: element('li', {}, button) };
  });
  grid.replaceChildren(
    ...tiles.flatMap(({ item }, i) => {
      const { row } = variants[i]!;
      const isFirst = row !== undefined && row !== variants[i - 1]?.row;
      return isFirst ? [element('li', { class: 'row' }, translate(row)), item] : [item];
    }),
  );

  /** Shows each map's value at the same initial condition. */
  const point = (x: number, y: number) => {
    grid.classList.add('pointed');
    grid.style.setProperty('--x', String(x));
    grid.style.setProperty('--y', String(y));
    tiles.forEach(({ value }, i) => {
      const picture = pictures[i];
      setText(value, picture && scale ? mapValueText(picture, scale, x, y) : '');
    });
    onPoint({ x, y });
  };

  return {
    variants,
    pictures,
    set(index, picture) {
      pictures[index] = picture;
      tiles[index]!.item.classList.add('there');
    },
    drawOver: (index, over, theme) =>
      drawOverInto(tiles[index]!.marks, mapPlane(variants[index]!.experiment), over, theme),
    paint(next, index) {
      scale = next;
      tiles.forEach(({ canvas, fractions, label }, i) => {
        const picture = pictures[i];
        if (!picture || (index !== undefined && index !== i)) return;
        paintInto(canvas, picture, next);
        const counted = countedLabels(next, picture);
        fractions.replaceChildren(...counted.map(fractionNode));
        setText(label, tileLabel(wholeTitle(variants[i]!), counted));
      });
    },
  };
}

function drawOverInto(marks: HTMLElement, plane: Plane, over: OverMap, theme: Theme): void {
  const { width, height } = marks.getBoundingClientRect();
  if (width === 0) return;
  const pane = { x: 0, y: 0, width, height };
  const options = { kind: 'map', theme, fonts: FONTS, em: figureEm(), translate } as const;
  const drawn = [
    ...theoryLines(over.theory, plane, pane, options),
    ...portraitMarks(over.portrait ?? {}, plane, pane, options),
  ];
  setSvg(marks, documentOf(pane, {}, drawn));
}

/** A label with its colour and how often it occurs in a map. */
interface CountedLabel {
  readonly colour: string;
  readonly title: string;
  readonly fraction: string;
}

/** How often each label occurs in a map; nothing where the measure is a number. */
function countedLabels(scale: ColourScale, { results }: MapPicture): readonly CountedLabel[] {
  if (scale.transform !== 'labels') return [];
  const counts = countLabels(scale, results, rowCount(scale.layout, results));
  return fractionsOf(counts).map(({ code, count }) => ({
    colour: cssOf(entryOf(scale.labels, code)),
    title: translate(outcomeText(OUTCOMES[code]!)),
    fraction: formatFraction(count, counts.count),
  }));
}

function fractionNode({ colour, title, fraction }: CountedLabel): HTMLElement {
  const swatch = element('i');
  swatch.style.background = colour;
  return element('span', { title }, swatch, fraction);
}

/** What a tile is to whoever does not see it. */
function tileLabel(title: string, counted: readonly CountedLabel[]): string {
  const opens = t('gallery.opens', { title });
  if (counted.length === 0) return opens;
  return `${opens}: ${list(counted.map((label) => `${label.title} ${label.fraction}`))}`;
}

/** A place of a tile, as fractions from the lower left, as a point of the plane. */
export function pointOfPlane({ x, y }: Plane, at: { readonly x: number; readonly y: number }) {
  return [valueAt(x, at.x), valueAt(y, at.y)] as const;
}
