import { planeFromTarget } from '../experiment/equilibrium/target.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { mapPlane } from '../experiment/plane.ts';
import { captionOf, SEPARATOR, titleOf } from './text/caption.ts';
import type { LabelCounts } from './legend/label-counts.ts';
import { basinKeyOf } from './legend/basin-legend.ts';
import { mapLegend, mapLegendWidth, rowsBelow } from './legend/map-legend.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import { planOf, SPACE, type FigureSize, type Plan } from './figure-plan.ts';
import { ALL_PARTS, type FigureParts } from './figure-choices.ts';
import { axes, curves, frame, marginsOf, type Curve } from './pane.ts';
import { paneOf, type PaneKind } from './pane-geometry.ts';
import type { PhasePortrait } from '../experiment/theory/phase-plane.ts';
import { NO_LINES, type ShownTheory } from '../experiment/theory/theory-line.ts';
import { overlays } from './overlays/index.ts';
import { portraitMarks } from './overlays/phase-portrait.ts';
import { theoryLines } from './overlays/theory-lines.ts';
import { angularMomentumText } from './overlays/zero-angular-momentum.ts';
import type { Rectangle } from './rectangle.ts';
import { textElement, widthOf } from './text/rich-text.ts';
import { englishOf, type Message } from '../models/message.ts';
import { FIGURE_MESSAGES, type Translate } from './text/translate.ts';
import { documentOf, element, type Markup } from './svg.ts';
import { inkOf, type Fonts, type Theme } from './colour/theme.ts';
import { ellipsis, wrap } from './text/wrap.ts';

export interface FigurePane {
  readonly kind: PaneKind;
  /** Beside the pane's name: "65 536 states, t = 13". A map says its measure by itself. */
  readonly note?: string;
  readonly curves?: readonly Curve[];
}

/** What it has of a phase portrait is marked in all panes; of a map of basins, what is numbered. */
export interface FigureSpec extends Partial<PhasePortrait> {
  readonly experiment: Experiment;
  readonly scale: ColourScale;
  /** What occurs in the map. It changes no size: lay out first, then compute, then lay out again. */
  readonly labelCounts?: LabelCounts;
  /** One or two: side by side, or one above the other where the picture is narrow. */
  readonly panes: readonly FigurePane[];
  readonly size: FigureSize;
  /** Default: all. */
  readonly parts?: FigureParts;
  readonly theme: Theme;
  /** No background around the panes. */
  readonly transparent?: boolean;
  readonly fonts: Fonts;
  /** Put at the end of the caption: where trajectories start, for instance. */
  readonly remarks?: readonly string[];
  /** Over the map. */
  readonly theory?: ShownTheory;
  /** The engine, behind everything else in the caption. */
  readonly engine?: string;
  /** The whole caption, in place of one of the choices, remarks and engine. */
  readonly caption?: string;
  readonly translate?: Translate;
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  /** Where the panes' pixels go: the SVG is transparent there. */
  readonly panes: readonly Rectangle[];
  readonly svg: string;
}

/** What stands above a pane. */
const NAMES: Readonly<Record<PaneKind, Message>> = {
  map: FIGURE_MESSAGES.map,
  flow: FIGURE_MESSAGES.flow,
};

/** Distance of the caption's lines, in em. */
const LINE = 1.6;

/** Below the last line of a caption, in em. */
const DESCENT = 0.3;

/** Lays out a saved picture: title, panes with axes, legend, caption. */
export function layoutFigure(spec: FigureSpec): Figure {
  const { experiment, panes, theme, fonts, parts = ALL_PARTS, translate = englishOf } = spec;
  const kinds = panes.map(({ kind }) => kind);
  const plan = planOf({ ...spec, basins: basinsOf(spec), kinds });
  const { em, width, panes: places } = plan;
  const ink = inkOf(theme);
  const left = places[0]!.x;
  const [pad, room] = [plan.pad * em, width - left - plan.pad * em];
  const caption = captionText(spec);
  const lines = caption === '' ? [] : wrap(caption, room / em);
  const baseline = (line: number): number => plan.bottom + (1.6 + LINE * line) * em;
  const end = lines.length > 0 ? baseline(lines.length - 1) + DESCENT * em : plan.bottom;
  const height = Math.ceil(end + Math.max(0, pad - DESCENT * em));
  const title = textElement(ellipsis(titleOf(experiment, translate), room / (1.4 * em), true), {
    x: left,
    y: pad + 1.05 * em,
    size: 1.4 * em,
    fill: ink.text,
    fonts,
    bold: true,
  });
  const svg = documentOf({ x: 0, y: 0, width, height }, {}, [
    ...(spec.transparent ? [] : [background(width, height, places, ink.background)]),
    ...(parts.title ? [title] : []),
    ...panes.flatMap((pane, i) => paneMarkup(spec, plan, pane, places[i]!)),
    ...lines.map((line, i) =>
      textElement(line, { x: left, y: baseline(i), size: em, fill: ink.quiet, fonts }),
    ),
  ]);
  return { width, height, panes: places, svg };
}

/** What stands below a figure: every choice, the remarks, the engine; as much of it as is wanted. */
export function captionText({
  experiment,
  panes,
  remarks = [],
  engine,
  caption,
  parts = ALL_PARTS,
  translate = englishOf,
}: Pick<
  FigureSpec,
  'experiment' | 'panes' | 'remarks' | 'engine' | 'caption' | 'parts' | 'translate'
>): string {
  if (caption !== undefined && parts.caption) return caption;
  const flows = panes.some(({ kind }) => kind === 'flow');
  const lines = panes.some(({ kind }) => kind === 'map')
    ? angularMomentumText(planeFromTarget(experiment, mapPlane(experiment)))
    : [];
  const choices = [captionOf(experiment, translate, flows), ...lines, ...remarks];
  const text = parts.caption ? choices : [];
  return [...text, ...(parts.engine && engine !== undefined ? [engine] : [])].join(SEPARATOR);
}

function paneMarkup(
  spec: FigureSpec,
  { em, hairline, legend: legendAt }: Plan,
  { kind, note, curves: drawn = [] }: FigurePane,
  place: Rectangle,
): readonly Markup[] {
  const { experiment, scale, labelCounts, theme, fonts, parts = ALL_PARTS } = spec;
  const { theory = NO_LINES, translate = englishOf } = spec;
  const plane = paneOf(experiment, kind);
  const fromTarget = planeFromTarget(experiment, plane);
  const options = { kind, theme, fonts, em, hairline, translate, fromTarget };
  const ofMap = { scale, translate, basins: basinsOf(spec) };
  const { bottom } = marginsOf(plane, place.height, em);
  const legend = {
    ...(legendAt === 'beside'
      ? { x: place.x + place.width + Math.round(SPACE.legend * em), y: place.y }
      : {
          x: place.x,
          y: place.y + place.height + bottom,
          rows: rowsBelow(ofMap, place.width, em, labelCounts),
        }),
    height: place.height,
    em,
    hairline,
    theme,
    fonts,
    labelCounts,
    translate,
  };
  const bar = kind === 'map' ? mapLegendWidth(ofMap, place.height, em) : 0;
  const end = legendAt === 'beside' ? legend.x + bar : place.x + place.width;
  const words = note ?? (kind === 'map' ? translate(scale.title) : '');
  return [
    ...(parts.names ? heading(translate(NAMES[kind]), words, place, end - place.x, options) : []),
    frame(place, options),
    ...axes(plane, place, options),
    ...overlays(plane, place, options),
    ...(kind === 'map' ? theoryLines(theory, plane, place, options) : []),
    ...portraitMarks(spec, plane, place, options),
    ...curves(plane, place, drawn, options),
    ...(kind === 'map' ? [mapLegend(ofMap, legend)] : []),
  ];
}

function basinsOf({ experiment, equilibria = [] }: FigureSpec) {
  return basinKeyOf(experiment, equilibria);
}

function heading(
  name: string,
  note: string,
  { x, y }: Rectangle,
  room: number,
  { theme, fonts, em }: { theme: Theme; fonts: Fonts; em: number },
): readonly Markup[] {
  const ink = inkOf(theme);
  const offset = widthOf(name, true) + 0.7;
  const text = { y: y - 0.85 * em, size: em, fonts };
  return [
    textElement(name, { ...text, x, fill: ink.text, bold: true }),
    textElement(ellipsis(note, room / em - offset), {
      ...text,
      x: x + offset * em,
      fill: ink.quiet,
    }),
  ];
}

/** The background everywhere but in the panes. */
function background(
  width: number,
  height: number,
  panes: readonly Rectangle[],
  fill: string,
): Markup {
  const holes = panes.map(
    (pane) => `M${pane.x} ${pane.y}h${pane.width}v${pane.height}h${-pane.width}z`,
  );
  return element('path', {
    d: [`M0 0h${width}v${height}h${-width}z`, ...holes].join(''),
    fill,
    'fill-rule': 'evenodd',
  });
}
