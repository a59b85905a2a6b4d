import type { Experiment, PlaneAxis } from '../experiment/experiment.ts';
import { isParameterAxis, isSlice, mapPlane, valueAt } from '../experiment/plane.ts';
import {
  NO_LINES,
  THEORY_LINES,
  type ShownTheory,
  type TheoryLine,
} from '../experiment/theory/theory-line.ts';
import { methodOf } from '../experiment/parameters.ts';
import { fill, type Message } from '../models/message.ts';
import { contoursOf, type Point } from '../experiment/theory/contours.ts';
import type { Results } from '../experiment/engine.ts';
import { linearisationOf, ROUNDING, type Complex } from './linearisation.ts';
import { isoLinesOf } from './iso-lines.ts';
import { leadingOn, type Leading } from './local-theory.ts';
import { theoryEvidenceOf } from './theory-evidence.ts';

/** Cells along an axis: lines closer than this are not parted. */
const CELLS = 32;

/** Two eigenvalues this near each other, or an angle this near its resonance, are what a line is about. */
const NEAR = 1e-3;

/** So near an edge of the map that nothing lies between, in shares of the axis. */
const EDGE = 1e-5;

type LineLabel = Exclude<keyof typeof THEORY_LINES, 'none' | 'rate' | 'against'>;

/**
 * Where the local theory at the equilibrium changes on the experiment's plane: of a flow its Jacobian's
 * eigenvalues, of a rule the multipliers of a whole step, memories included. No lines where no axis is a
 * parameter, or where there is no Jacobian.
 */
export function theoryLinesOf(experiment: Experiment): readonly TheoryLine[] {
  const plane = mapPlane(experiment);
  if (isSlice(plane)) return [];
  const isFlow = methodOf(experiment.method).kind === 'flow';
  const leadingAt = leadingOn(experiment);
  const cellsOf = (axis: PlaneAxis) => (isParameterAxis(axis) ? CELLS : 1);
  const cells = { columns: cellsOf(plane.x), rows: cellsOf(plane.y) };
  const place = ([x, y]: Point): readonly [number, number] => [
    valueAt(plane.x, x),
    valueAt(plane.y, y),
  ];
  const linesWhere = (
    kind: TheoryLine['kind'],
    holds: (leading: Leading) => boolean,
    labelOf: (leading: Leading) => LineLabel | undefined,
  ): readonly TheoryLine[] => {
    const at = (x: number, y: number) => {
      const leading = leadingAt(x, y);
      return leading && holds(leading);
    };
    const found = contoursOf(at, cells, (x, y) => {
      const leading = leadingAt(x, y);
      return leading && labelOf(leading);
    });
    return [...found].flatMap(([label, all]) => {
      const lines = all.filter((line) => !isAtEdge(line)).map((line) => line.map(place));
      return lines.length > 0 ? [{ kind, label: THEORY_LINES[label], lines }] : [];
    });
  };
  const isUnstable = ({ growth }: Leading) => growth > ROUNDING;
  const isStable = ({ growth }: Leading) => growth < -ROUNDING;
  const lossOf = ({ value }: Leading) => {
    const turns = Math.abs(value.im) > ROUNDING;
    if (isFlow) return turns ? 'hopf' : 'real';
    if (turns) return 'neimarkSacker';
    return value.re < 0 ? 'flip' : 'plusOne';
  };
  const unstable = linesWhere('stability', isUnstable, lossOf);
  return [
    ...unstable,
    // Where what is stable becomes neutral: elsewhere it is the same line.
    ...(unstable.length > 0 ? [] : linesWhere('stability', isStable, lossOf)),
    ...linesWhere(
      'critical',
      ({ value }) => Math.abs(value.im) > ROUNDING,
      (leading) => (meet(leading) && !isUnstable(leading) ? 'critical' : undefined),
    ),
    ...(isFlow ? [] : ([3, 4] as const)).flatMap((n) => {
      const angle = (2 * Math.PI) / n;
      return linesWhere(
        'resonance',
        ({ value }) => angleOf(value) > angle,
        (leading) =>
          Math.abs(angleOf(leading.value) - angle) < NEAR && !isUnstable(leading)
            ? `resonance${n}`
            : undefined,
      );
    }),
  ];
}

/**
 * What a picture draws of theory over its map, where the experiment has it shown.
 * @param sample results of a square map of the plane, which theory is held against
 */
export function shownTheoryOf(experiment: Experiment, sample?: Results): ShownTheory {
  const { parameterAxes, values } = experiment;
  if (parameterAxes === undefined) return NO_LINES;
  const isShown = values['theory'] === true;
  const evidence = isShown && sample ? theoryEvidenceOf(experiment, sample) : undefined;
  return {
    lines: [
      ...(values['isolines'] === true ? isoLinesOf(experiment) : []),
      ...(isShown ? theoryLinesOf(experiment) : []),
    ],
    ...(evidence && { evidence }),
  };
}

/** The same for a figure, with a remark where there is no Jacobian to compute it from. */
export function theoryInFigure(
  experiment: Experiment,
  translate: (message: Message) => string,
  sample?: Results,
): { readonly theory: ShownTheory; readonly remarks: readonly string[] } {
  return {
    theory: shownTheoryOf(experiment, sample),
    remarks: theoryRemarks(experiment, translate),
  };
}

/** Why a figure of the experiment has no theory over its map, where it should have. */
export function theoryRemarks(
  experiment: Experiment,
  translate: (message: Message) => string,
): readonly string[] {
  const isAsked = experiment.parameterAxes !== undefined && experiment.values['theory'] === true;
  const found = isAsked && linearisationOf(experiment);
  if (!found || !('reason' in found)) return [];
  return [translate(fill(THEORY_LINES.none, { reason: found.reason }))];
}

/** The end of an axis, such as no L2 at all, is no line on the map. */
function isAtEdge(line: readonly Point[]): boolean {
  const near = (value: number, edge: number) => Math.abs(value - edge) < EDGE;
  return [0, 1].some((side) =>
    [0, 1].some((edge) => line.every((point) => near(point[side as 0 | 1], edge))),
  );
}

/** Both eigenvalues that count most are the same. */
function meet({ value, next }: Leading): boolean {
  if (!next) return false;
  const size = Math.max(NEAR, Math.hypot(value.re, value.im));
  return Math.hypot(value.re - next.re, value.im - next.im) < NEAR * size;
}

function angleOf({ re, im }: Complex): number {
  return Math.abs(Math.atan2(im, re));
}
