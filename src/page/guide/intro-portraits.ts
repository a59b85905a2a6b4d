/** Small moving phase portraits: many trainings of one model at once, in the plane of theta. */
import { defaultExperiment, withValues } from '../../experiment/experiment.ts';
import { modelOf } from '../../experiment/parameters.ts';
import type { Derivative, Field } from '../../models/model.ts';
import type { Value } from '../../models/parameter.ts';

/** A model as it is shown. */
export interface Portrayed {
  readonly model: string;
  readonly values?: Readonly<Record<string, Value>>;
}

/** All portraits show this time, then begin anew, in the units of the models. */
export const DURATION = 36;

/** Units of time that pass in a second. */
export const PACE = 3;

/** Of an RK4 step; the fastest motion shown takes 6 units of time for a turn. */
const STEP = 1 / 16;

/** Starts: theta on rings around 0, phi what the first preset holds. */
const PHI = [0.5, 0.3] as const;
const RINGS = [0.35, 0.65, 0.95, 1.25];
const ON_RING = 14;

/** The square shows theta from -EXTENT to EXTENT. */
export const EXTENT = 1.7;

/** States (phi1, phi2, theta1, theta2), one after another. */
export interface Swarm {
  readonly states: Float64Array;
  /** Moves all states by a time. */
  advance(time: number): void;
  restart(): void;
}

/** @param starts where the states begin; on the rings by default */
export function swarmOf({ model, values = {} }: Portrayed, starts = ringStarts()): Swarm {
  const experiment = withValues(defaultExperiment(model), values);
  const { field } = modelOf(experiment).game(experiment.values);
  const states = Float64Array.from(starts);
  return {
    states,
    advance(time) {
      const steps = Math.max(1, Math.ceil(time / STEP));
      for (let at = 0; at < states.length; at += 4) {
        for (let i = 0; i < steps; i++) step(field, states, at, time / steps);
      }
    },
    restart: () => states.set(starts),
  };
}

function ringStarts(): readonly number[] {
  return RINGS.flatMap((radius, ring) =>
    Array.from({ length: ON_RING }, (_, i) => {
      const angle = (2 * Math.PI * (i + ring / RINGS.length)) / ON_RING;
      return [...PHI, radius * Math.cos(angle), radius * Math.sin(angle)];
    }).flat(),
  );
}

/** One step of the classical Runge-Kutta method. */
function step(field: Field, s: Float64Array, at: number, h: number): void {
  const [w, x, y, z] = [s[at]!, s[at + 1]!, s[at + 2]!, s[at + 3]!];
  const shifted = ({ phi1, phi2, theta1, theta2 }: Derivative, by: number) =>
    field(w + by * phi1, x + by * phi2, y + by * theta1, z + by * theta2);
  const a = field(w, x, y, z);
  const b = shifted(a, h / 2);
  const c = shifted(b, h / 2);
  const d = shifted(c, h);
  s[at] = w + (h / 6) * (a.phi1 + 2 * b.phi1 + 2 * c.phi1 + d.phi1);
  s[at + 1] = x + (h / 6) * (a.phi2 + 2 * b.phi2 + 2 * c.phi2 + d.phi2);
  s[at + 2] = y + (h / 6) * (a.theta1 + 2 * b.theta1 + 2 * c.theta1 + d.theta1);
  s[at + 3] = z + (h / 6) * (a.theta2 + 2 * b.theta2 + 2 * c.theta2 + d.theta2);
}

/** A portrait in a canvas. */
export interface Portrait {
  /** Moves by a time, leaving trails. */
  advance(time: number): void;
  /** Empties the picture and puts all states at their starts. */
  restart(): void;
  /** Draws a few whole paths: for those who want nothing to move, and for print. */
  still(): void;
}

export interface PortraitStyle {
  readonly colour: string;
  readonly ground: string;
  readonly ink: string;
}

/** How much of a trail goes in a unit of time. */
const FADING = 0.75;

/** Lines are drawn in pieces of this time at most, so that slow frames show no corners. */
const PIECE = 0.1;

/** Starts of the paths of a still: few, so that each can be followed. */
const STILL = [0, 1, 2].flatMap((i) => {
  const angle = (2 * Math.PI * i) / 3 + 1.1;
  return [...PHI, 1.2 * Math.cos(angle), 1.2 * Math.sin(angle)];
});

/** @param styleOf read anew in each frame, as the theme may change */
export function portrait(
  canvas: HTMLCanvasElement,
  portrayed: Portrayed,
  styleOf: () => PortraitStyle,
): Portrait {
  // Drawn by the processor, to which these few lines are little: an adapter that computes on the same
  // cores falls behind with them, and the page shows no frame any more.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const swarm = swarmOf(portrayed);
  const side = canvas.width;
  const place = (value: number) => (0.5 + value / (2 * EXTENT)) * side;
  const clear = (opacity: number) => {
    context.globalAlpha = opacity;
    context.fillStyle = styleOf().ground;
    context.fillRect(0, 0, side, side);
    context.globalAlpha = 1;
  };
  /** The goal: the real data. */
  const mark = () => {
    context.fillStyle = styleOf().ink;
    context.beginPath();
    context.arc(side / 2, side / 2, 0.018 * side, 0, 2 * Math.PI);
    context.fill();
  };
  const draw = (moved: Swarm, time: number, width: number) => {
    const { states } = moved;
    context.strokeStyle = styleOf().colour;
    context.lineWidth = width * side;
    context.lineCap = 'round';
    context.beginPath();
    const pieces = Math.ceil(time / PIECE);
    for (let i = 0; i < pieces; i++) {
      const before = states.slice();
      moved.advance(time / pieces);
      for (let at = 0; at < states.length; at += 4) {
        context.moveTo(place(before[at + 2]!), place(-before[at + 3]!));
        context.lineTo(place(states[at + 2]!), place(-states[at + 3]!));
      }
    }
    context.stroke();
    mark();
  };
  clear(1);
  mark();
  return {
    advance(time) {
      clear(1 - (1 - FADING) ** time);
      draw(swarm, time, 0.011);
    },
    restart() {
      swarm.restart();
      clear(1);
      mark();
    },
    still() {
      clear(1);
      draw(swarmOf(portrayed, STILL), DURATION, 0.006);
    },
  };
}
