/**
 * Writes src/methods/rk4-lanes.ts: a step of RK4 for two trajectories, unrolled over lanes and
 * components, since only local variables stay in registers. A test says when it is out of date.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LANES = /** @type {const} */ (['a', 'b']);
const BUFFERS = { a: 'one', b: 'other' };
/** Members of a derivative; component i of lane a is the variable `a<i + 1>`. */
const MEMBERS = ['phi1', 'phi2', 'theta1', 'theta2'];

/** @param {(member: string, number: number) => string} of */
const each = (of) => MEMBERS.map((member, i) => of(member, i + 1));
/** @param {(lane: 'a' | 'b') => string} of */
const lanes = (of) => LANES.map(of).join('\n');
/** @param {(member: string, number: number) => string} of */
const sumOfSquares = (of) => each((...args) => `${of(...args)} ** 2`).join(' + ');

/** @param {'a' | 'b'} lane */
const load = (lane) => each((_, i) => `let ${lane}${i} = ${BUFFERS[lane]}[${i - 1}]!;`).join('\n');

/** @param {'a' | 'b'} lane */
const declareStages = (lane) =>
  each((_, i) => `let ${lane}${i}First = 0; let ${lane}${i}Second = 0;`).join('\n');

/** The stages in turns of lanes: what one lane waits for, the other's arithmetic fills. */
const stages = [
  lanes(
    (lane) =>
      `const ${lane}k = field(${each((_, i) => `${lane}${i} + half * ${lane}${i}Second`).join(', ')});`,
  ),
  'const reach = round === 1 ? half : h;',
  lanes(
    (lane) =>
      `const ${lane}n = field(${each((member, i) => `${lane}${i} + reach * ${lane}k.${member}`).join(', ')});`,
  ),
].join('\n');

/** @param {'a' | 'b'} lane */
const keepStages = (lane) =>
  [
    ...each((member, i) => `${lane}${i}First = ${lane}k.${member};`),
    ...each((member, i) => `${lane}${i}Second = ${lane}n.${member};`),
  ].join('\n');

/** The sum of the stages, then `errorRatioSquaredOf` and `excessOf` of rk4.ts. @param {'a' | 'b'} l */
const finish = (l) =>
  [
    ...each(
      (m, i) =>
        `const ${l}${i}Change = sixth * (${l}${i}First + 2 * (${l}${i}Second + ${l}k.${m}) + ${l}n.${m});`,
    ),
    `const ${l}Disagreement = ${sumOfSquares((m, i) => `(${l}k.${m} - ${l}${i}Second)`)};`,
    `const ${l}Bend = ${sumOfSquares((m, i) => `(${l}${i}First - ${l}${i}Second - ${l}k.${m} + ${l}n.${m})`)};`,
    `const ${l}Scale = ${sumOfSquares((_, i) => `${l}${i}`)};`,
    `const ${l}RatioSquared = ${l}Scale === 0 ? 0 : (h * h * larger(${l}Disagreement, ${l}Bend)) / ${l}Scale;`,
    `const ${l}Turn = ${sumOfSquares((_, i) => `(${l}${i}Second - ${l}${i}First)`)};`,
    `const ${l}Size = ${sumOfSquares((_, i) => `${l}${i}First`)};`,
    `if (!resolves(${l}RatioSquared, h, ${l}Disagreement, ${l}Turn, ${l}Size)) return row / ROW - 1;`,
    `const ${l}ChangeSquared = ${sumOfSquares((_, i) => `${l}${i}Change`)};`,
    ...each((_, i) => `${l}${i} += ${l}${i}Change;`),
    ...each((_, i) => `${BUFFERS[l]}[row${i > 1 ? ` + ${i - 1}` : ''}] = ${l}${i};`),
    `${BUFFERS[l]}[row + 4] = ${l}RatioSquared;`,
    `${BUFFERS[l]}[row + 5] = Math.sqrt(${l}ChangeSquared) / h;`,
  ].join('\n');

/** The file, not yet formatted. */
export function source() {
  return `// Written by \`node scripts/rk4-lanes.js\`.
import type { Field } from '../models/model.ts';
import { ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { larger, type LaneStepper } from './method.ts';
import { resolves } from './rk4-refinement.ts';

/**
 * \`rk4\` for two states, a and b, with every number in a local variable: what the first waits for, the
 * second's arithmetic fills. The results are those of \`rk4\`'s stepper, bit for bit.
 */
export function rk4LaneStepper(field: Field): LaneStepper {
  return (one: ChunkBuffer, other: ChunkBuffer, steps: number, h: number) => {
    const half = h / 2;
    const sixth = h / 6;
    ${lanes(load)}
    for (let row = ROW; row <= steps * ROW; row += ROW) {
      // Derivatives of stages 1 and 2, once they are computed.
      ${lanes(declareStages)}
      // Two stages a round: V8 takes some 900 bytecodes of other functions into one, four fields or so.
      for (let round = 1; ; round = 2) {
        ${stages}
        if (round === 1) {
          ${lanes(keepStages)}
          continue;
        }
        ${lanes(finish)}
        break;
      }
    }
    return steps;
  };
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../src/methods/rk4-lanes.ts', import.meta.url));
  writeFileSync(path, source());
  execFileSync('npx', ['oxfmt', path]);
}
