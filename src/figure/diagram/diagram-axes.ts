/** The axes of a diagram. */
import type { PlaneAxis } from '../../experiment/experiment.ts';
import { isParameterAxis } from '../../experiment/plane.ts';
import { axisName, axisSymbol, type AxisTicks } from '../axes.ts';
import { inkOf } from '../colour/theme.ts';
import { hairlineOf, type PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';

/** In em. */
export const TICK = { length: 0.4, gap: 0.35 } as const;

/** Room for ticks, their labels and the name of an axis upwards. */
export function leftMargin({ ticks }: AxisTicks, em: number): number {
  const labels = ticks.map(({ label }) => widthOf(label));
  return Math.ceil(em * (TICK.length + 2 * TICK.gap + Math.max(1.8, ...labels) + 1.45));
}

/** Ticks upwards, their labels and the axis' name. @param margin left of the pane */
export function upTicks(
  ticks: AxisTicks,
  symbol: string,
  pane: Rectangle,
  margin: number,
  options: PaneOptions,
): readonly Markup[] {
  const { em, theme, fonts } = options;
  const ink = inkOf(theme);
  const bottom = pane.y + pane.height;
  const marks = ticks.ticks.map(
    ({ position }) => `M${pane.x} ${bottom - position * pane.height}h${-TICK.length * em}`,
  );
  return [
    element('path', { d: marks.join(''), stroke: ink.rule, 'stroke-width': hairlineOf(options) }),
    ...ticks.ticks.map(({ position, label }) =>
      textElement(label, {
        x: pane.x - em * (TICK.length + TICK.gap),
        y: bottom - position * pane.height + 0.36 * em,
        size: em,
        fill: ink.quiet,
        fonts,
        anchor: 'end',
      }),
    ),
    textElement(axisName(symbol, ticks), {
      x: pane.x - margin + 1.1 * em,
      y: pane.y + pane.height / 2,
      size: 1.1 * em,
      fill: ink.text,
      fonts,
      anchor: 'middle',
      turn: -90,
    }),
  ];
}

/** 0 and 1 beside the shares. */
export function shareTicks(pane: Rectangle, options: PaneOptions): readonly Markup[] {
  const { em, theme, fonts } = options;
  const ink = inkOf(theme);
  return [0, 1].flatMap((value) => {
    const y = pane.y + pane.height * (1 - value);
    const data = `M${pane.x} ${y}h${-TICK.length * em}`;
    return [
      element('path', { d: data, stroke: ink.rule, 'stroke-width': hairlineOf(options) }),
      textElement(String(value), {
        x: pane.x - em * (TICK.length + TICK.gap),
        y: y + 0.36 * em,
        size: em,
        fill: ink.quiet,
        fonts,
        anchor: 'end',
      }),
    ];
  });
}

/** Ticks across, their labels and the axis' name. @param named the baseline of that */
export function acrossTicks(
  ticks: AxisTicks,
  axis: PlaneAxis,
  pane: Rectangle,
  named: number,
  options: PaneOptions,
): readonly Markup[] {
  const { em, theme, fonts, translate } = options;
  const ink = inkOf(theme);
  const bottom = pane.y + pane.height;
  const marks = ticks.ticks.map(
    ({ position }) => `M${pane.x + position * pane.width} ${bottom}v${TICK.length * em}`,
  );
  return [
    element('path', { d: marks.join(''), stroke: ink.rule, 'stroke-width': hairlineOf(options) }),
    ...ticks.ticks.map(({ position, label }) =>
      textElement(label, {
        x: pane.x + position * pane.width,
        y: bottom + em * (TICK.length + TICK.gap + 0.75),
        size: em,
        fill: ink.quiet,
        fonts,
        anchor: 'middle',
      }),
    ),
    textElement(axisName(axisSymbol(axis, !isParameterAxis(axis), translate), ticks), {
      x: pane.x + pane.width / 2,
      y: named,
      size: 1.1 * em,
      fill: ink.text,
      fonts,
      anchor: 'middle',
    }),
  ];
}
