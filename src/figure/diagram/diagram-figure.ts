/** A diagram as a figure: density with theory over it, shares of outcomes beneath on the same axis. */
import { diagramAxis, diagramEnsemble, diagramStart } from '../../experiment/diagram/diagram.ts';
import { NO_THEORY, type DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import type { Diagram, Experiment, PlaneAxis } from '../../experiment/experiment.ts';
import { declareMessages, englishOf, fill } from '../../models/message.ts';
import { COMPONENTS } from '../../models/state.ts';
import { axisTicks, componentSymbol, planeTicks } from '../axes.ts';
import { inkOf, type Fonts, type Theme } from '../colour/theme.ts';
import { ALL_PARTS, type FigureParts } from '../figure-choices.ts';
import type { Figure } from '../figure.ts';
import { frame } from '../pane.ts';
import type { PaneOptions } from '../pane-geometry.ts';
import type { Rectangle, Size } from '../rectangle.ts';
import { documentOf, element, type Markup } from '../svg.ts';
import { diagramCaption, SEPARATOR, titleOf } from '../text/caption.ts';
import { textElement } from '../text/rich-text.ts';
import type { Translate } from '../text/translate.ts';
import { ellipsis, wrap } from '../text/wrap.ts';
import { diagramCurves } from './curves.ts';
import { acrossTicks, leftMargin, shareTicks, TICK, upTicks } from './diagram-axes.ts';
import { labelsIn, sharesLegend, stackedAreas } from './shares.ts';

export const DIAGRAM_MESSAGES = declareMessages('figure.diagram', {
  density: '{symbol} in the last {share} of the horizon; density: share of the states, logarithmic',
  shares: 'shares of outcomes',
  /** In a caption. */
  none: 'no equilibrium and no bifurcations: {reason}',
});

/** In pixels or points. */
interface WholeSize {
  readonly width: number;
  readonly height?: number;
  readonly fontSize: number;
}

export interface DiagramSpec {
  readonly experiment: Experiment;
  readonly diagram: Diagram;
  /** The values upwards. */
  readonly range: readonly [low: number, high: number];
  /** Column by column, of each outcome; empty where they are not known yet. */
  readonly shares: ArrayLike<number>;
  readonly theory?: DiagramTheory;
  /** Of the whole figure with a font size, its height by default as the panes need it, or of the pane. */
  readonly size: WholeSize | { readonly pane: Size };
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly parts?: FigureParts | undefined;
  /** No background around the panes. */
  readonly transparent?: boolean;
  readonly remarks?: readonly string[];
  readonly engine?: string;
  readonly translate?: Translate;
}

/** In em: around everything, between both panes, title, heading, ticks, and a caption's lines. */
const SPACE = { pad: 1.8, between: 0.9, title: 2.3, heading: 1.9, caption: 1.6 } as const;

/** In em: from the lowest pane to the baseline of its axis' name, and from there and the legend to a caption. */
const NAMED = TICK.length + TICK.gap + 0.75 + 1.6;
const CAPTION = 2.1;

/** The height of the shares' pane: of that of the density's, and in em at least. */
const SHARES = { ofPane: 0.2, least: 4 } as const;

/** A pane's side in em, and the smallest letters that can be read. */
const SIDE_IN_EM = 44;
const MIN_EM = 9;

/** Of a figure in a page: the pane's height over its width. */
const ASPECT = 0.62;

/**
 * Lays out the figure. Its first pane is transparent, for the density's pixels; the second one has the
 * shares of the outcomes.
 */
export function layoutDiagram(spec: DiagramSpec): Figure {
  const { experiment, diagram, range, theme, fonts, translate = englishOf } = spec;
  const axis = diagramAxis(experiment, diagram);
  const isOfOutcomes = diagram.of === 'outcome';
  const { em, pad, hairline, pane, width } = placesOf(spec);
  const ink = inkOf(theme);
  const options: PaneOptions = { kind: 'map', theme, fonts, em, hairline, translate };
  const lower: Rectangle = {
    x: pane.x,
    y: pane.y + pane.height + SPACE.between * em,
    width: pane.width,
    height: sharesHeight(pane.height, em),
  };
  const shares = isOfOutcomes ? pane : lower;
  const xTicks = planeTicks(axis, pane.width, em);
  const bottom = shares.y + shares.height;
  const named = bottom + NAMED * em;
  const legend = legendOf(spec, pane, named, em);
  const room = width - pane.x - pad;
  const caption = captionText(spec, axis);
  const lines = caption === '' ? [] : wrap(caption, room / em);
  const baseline = (line: number) => named + legend.height + (CAPTION + SPACE.caption * line) * em;
  const height = Math.ceil(baseline(lines.length - 1) + Math.max(0.3 * em, pad));
  const upper = axisTicks({ min: range[0], max: range[1] }, pane.height, em);
  const svg = documentOf({ x: 0, y: 0, width, height }, {}, [
    ...(spec.transparent ? [] : [background(width, height, pane, ink.background, isOfOutcomes)]),
    ...titles(spec, pane, em, room),
    ...stackedAreas(spec.shares, shares, theme),
    frame(shares, options),
    ...shareTicks(shares, options),
    ...(isOfOutcomes
      ? []
      : [
          frame(pane, options),
          ...upTicks(upper, visitedSymbol(diagram.of), pane, leftMargin(upper, em), options),
        ]),
    ...diagramCurves(spec.theory ?? NO_THEORY, axis, isOfOutcomes ? [0, 1] : range, pane, options),
    ...acrossTicks(xTicks, axis, shares, named, options),
    ...legend.markup,
    ...lines.map((line, i) =>
      textElement(line, { x: pane.x, y: baseline(i), size: em, fill: ink.quiet, fonts }),
    ),
  ]);
  return { width, height, panes: [pane, shares], svg };
}

/** The figure's title, and what stands above the pane. */
function titles(
  { experiment, diagram, theme, fonts, parts = ALL_PARTS, translate = englishOf }: DiagramSpec,
  pane: Rectangle,
  em: number,
  room: number,
): readonly Markup[] {
  const ink = inkOf(theme);
  const heading =
    diagram.of === 'outcome'
      ? DIAGRAM_MESSAGES.shares
      : fill(DIAGRAM_MESSAGES.density, {
          symbol: visitedSymbol(diagram.of),
          share: `${Math.round(1000 * diagram.last) / 10}%`,
        });
  const [title, words] = [titleOf(experiment, translate), translate(heading)];
  const above = parts.names ? SPACE.heading : 0.5;
  return [
    ...(parts.title
      ? [
          textElement(ellipsis(title, room / (1.4 * em), true), {
            x: pane.x,
            y: pane.y - (above + SPACE.title - 1.05) * em,
            size: 1.4 * em,
            fill: ink.text,
            fonts,
            bold: true,
          }),
        ]
      : []),
    ...(parts.names
      ? [
          textElement(ellipsis(words, pane.width / em), {
            x: pane.x,
            y: pane.y - 0.7 * em,
            size: em,
            fill: ink.quiet,
            fonts,
          }),
        ]
      : []),
  ];
}

/** What is counted, in a symbol. */
export function visitedSymbol(of: Diagram['of']): string {
  const component = COMPONENTS.find((one) => one === of);
  if (component) return componentSymbol(component);
  const symbols: Readonly<Record<string, string>> = {
    length: '|(φ, θ)|',
    'phi-length': '|φ|',
    'theta-length': '|θ|',
    L: 'L',
    E: 'E',
  };
  return symbols[of] ?? '';
}

function placesOf(spec: DiagramSpec) {
  const { size, range, parts = ALL_PARTS } = spec;
  const isPane = 'pane' in size;
  const em = isPane ? Math.max(MIN_EM, size.pane.width / SIDE_IN_EM) : size.fontSize;
  const pad = isPane ? SPACE.pad * em : 0;
  const rowsOf = (height: number) => axisTicks({ min: range[0], max: range[1] }, height, em);
  const above = pad + ((parts.title ? SPACE.title : 0) + (parts.names ? SPACE.heading : 0.5)) * em;
  const right = isPane ? pad : 0.9 * em;
  if (isPane) {
    const left = leftMargin(rowsOf(size.pane.height), em);
    const pane = { x: Math.round(pad + left), y: Math.round(above), ...size.pane };
    return { em, pad, hairline: undefined, pane, width: Math.ceil(pane.x + pane.width + right) };
  }
  const left = leftMargin(rowsOf(ASPECT * size.width), em);
  const width = size.width - left - right;
  if (size.height === undefined) {
    const pane = { x: left, y: above, width, height: ASPECT * width };
    return { em, pad, hairline: em / 14, pane, width: size.width };
  }
  // On a screen, where its edges lie between pixels.
  const room = { x: left, y: Math.round(above), width: Math.max(0, Math.floor(width)) };
  const pane = { ...room, height: fitting(spec, size.height, room, em) };
  return { em, pad, hairline: undefined, pane, width: size.width };
}

/** The height of the pane in a whole figure of some height, without a caption. */
function fitting(
  spec: DiagramSpec,
  whole: number,
  room: Omit<Rectangle, 'height'>,
  em: number,
): number {
  const legend = legendOf(spec, { ...room, height: 0 }, 0, em).height;
  const rest = whole - room.y - legend - (NAMED + CAPTION - SPACE.caption + 0.3) * em;
  if (spec.diagram.of === 'outcome') return Math.max(0, Math.floor(rest));
  const both = rest - SPACE.between * em;
  const pane = Math.floor(both / (1 + SHARES.ofPane));
  const isLeast = SHARES.ofPane * pane < SHARES.least * em;
  return Math.max(0, Math.floor(isLeast ? both - SHARES.least * em : pane));
}

function sharesHeight(pane: number, em: number): number {
  return Math.max(SHARES.least * em, Math.round(SHARES.ofPane * pane));
}

/** @param named the baseline of the axis' name */
function legendOf(
  { shares, theme, fonts, translate = englishOf }: DiagramSpec,
  { x, width }: Rectangle,
  named: number,
  em: number,
) {
  const y = named + 0.9 * em;
  return sharesLegend(labelsIn(shares), { x, y, width, em, theme, fonts, translate });
}

function captionText(spec: DiagramSpec, axis: PlaneAxis): string {
  const { experiment, diagram, remarks = [], engine, parts = ALL_PARTS, translate } = spec;
  const ensemble = diagramEnsemble(experiment, diagram);
  const start = diagramStart(experiment);
  const text = parts.caption
    ? [diagramCaption(experiment, axis, start, ensemble, translate), ...remarks]
    : [];
  return [...text, ...(parts.engine && engine !== undefined ? [engine] : [])].join(SEPARATOR);
}

/** The background everywhere but in the pane that has pixels. */
function background(
  width: number,
  height: number,
  { x, y, ...pane }: Rectangle,
  colour: string,
  isWhole: boolean,
): Markup {
  const hole = isWhole ? '' : `M${x} ${y}h${pane.width}v${pane.height}h${-pane.width}z`;
  return element('path', {
    d: `M0 0h${width}v${height}h${-width}z${hole}`,
    fill: colour,
    'fill-rule': 'evenodd',
  });
}
