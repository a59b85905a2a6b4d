/** Lines over a pane with their labels on them, in the axes' type. */
import { englishOf, type Message } from '../../models/message.ts';
import { inkOf } from '../colour/theme.ts';
import { outlined, type PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, pathOf, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import type { LabelPlaces, Points } from './label-places.ts';

/** In em: the width of a line, and the dashes that tell kinds apart without colour. */
export interface LineStyle {
  readonly width: number;
  readonly dash?: readonly number[];
}

/** In em: the size of labels, and the side of the smallest pane that has them. */
const LABEL = 0.86;
const ROOM = 14;

/** Whether a pane is large enough for labels. */
export function hasLabels({ width, height }: Rectangle, em: number): boolean {
  return Math.min(width, height) >= ROOM * em;
}

export function drawnLine(
  points: readonly number[],
  { width, dash }: LineStyle,
  { em, theme }: PaneOptions,
): Markup {
  const dashes = dash?.map((part) => (part * em).toFixed(2)).join(' ');
  return element('g', dashes === undefined ? {} : { 'stroke-dasharray': dashes }, [
    outlined(pathOf([...points]), inkOf(theme).text, width * em, theme),
  ]);
}

/** A label on the longest of a line's pieces; none where others have all places. */
export function labelOnLine(
  label: Message,
  pieces: readonly Points[],
  places: LabelPlaces,
  options: PaneOptions,
): readonly Markup[] {
  const longest = pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  return longest ? labelled(label, options)((size) => places.along(longest, size)) : [];
}

/** Writes a label where it finds a place, and not over others where it finds none. */
export function labelled(label: Message, { em, theme, fonts, translate = englishOf }: PaneOptions) {
  const text = translate(label);
  const size = LABEL * em;
  const extent = { width: widthOf(text) * size + 0.6 * em, height: 1.3 * em };
  const { text: ink, background } = inkOf(theme);
  return (find: (size: typeof extent) => Rectangle | undefined): readonly Markup[] => {
    const box = find(extent);
    if (!box) return [];
    return [
      element('rect', { ...box, rx: 0.25 * em, fill: background, 'fill-opacity': 0.85 }),
      textElement(text, { x: box.x + 0.3 * em, y: box.y + 0.95 * em, size, fonts, fill: ink }),
    ];
  };
}

function lengthOf(points: Points): number {
  let length = 0;
  for (let i = 2; i < points.length; i += 2) {
    length += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
  }
  return length;
}
