/** Initial conditions in a table: CSV, TSV or columns of numpy. */
import { COMPONENTS, type Component } from '../../models/state.ts';
import { fill, literal } from '../../models/message.ts';
import { GOT, invalid, oneLine } from '../refusal.ts';
import { MAX_COORDINATE } from './read-axis.ts';
import { splitCells } from './cells.ts';
import { linesOf, LONGEST_LINE } from './lines.ts';
import { parseNumber } from './number.ts';

const HEADER = `a header that names ${COMPONENTS.join(', ')}`;
const NUMBERS = `four numbers ${COMPONENTS.join(',')} within ±${MAX_COORDINATE}`;

/** What a line may be, where no header has come yet. */
const EXPECTED = `${NUMBERS}, or first ${HEADER}`;

/** States that there is room for at first. */
const FIRST_STATES = 1024;

/** States of the longest table: 512 MB of float64. */
const MOST_STATES = 2 ** 24;

/** Which of a line's cells are the state's components. */
interface Columns {
  /** Cells of a line. */
  readonly width: number;
  /** The cell of each component, in the order of `COMPONENTS`. */
  readonly indices: readonly number[];
}

const PLAIN: Columns = { width: COMPONENTS.length, indices: COMPONENTS.map((_, i) => i) };

/**
 * Reads initial conditions, a state a line. Without a header a line is four numbers in the order of
 * `COMPONENTS`; a header names the columns, in any order, among others, and may stand in a comment
 * as `numpy.savetxt` writes it. Blank lines and comments (from # on) are no states.
 * @param pieces of the table's text: memory does not grow with the text, but with its states
 * @param name of the file, for messages
 * @returns four numbers a state, one state after the other; of length 0 where there is none
 * @throws ChoiceError that names the first line that is neither, or too long
 */
export async function readStates(
  pieces: AsyncIterable<string> | Iterable<string>,
  name: string,
): Promise<Float64Array> {
  let states = new Float64Array(COMPONENTS.length * FIRST_STATES);
  let columns: Columns | undefined;
  let count = 0;
  let number = 0;
  for await (const written of linesOf(pieces)) {
    number += 1;
    const whole = number === 1 ? written.replace(/^\uFEFF/, '') : written;
    const { line, comment } = withoutComment(whole);
    const refuse = (expected: string): never => {
      throw invalid({
        what: 'inits',
        got: fill(GOT.line, {
          line: String(number),
          name,
          text: oneLine(whole.trim()),
        }),
        expected: literal(expected),
      });
    };
    if (whole.length > LONGEST_LINE) refuse(`at most ${LONGEST_LINE} characters`);
    if (line === '') {
      // Only what stands above all states is a header.
      if (count === 0) columns = columnsOf(splitCells(comment), refuse, isAllNames) ?? columns;
      continue;
    }
    const cells = splitCells(line);
    const found = columns === undefined ? columnsOf(cells, refuse, isSomeName) : undefined;
    if (found) {
      columns = found;
      continue;
    }
    const { width, indices } = columns ?? PLAIN;
    const numbers = indices.map((cell) => parseNumber(cells[cell] ?? ''));
    if (cells.length !== width || !numbers.every(isAllowed)) {
      refuse(columns ? expectedCells(columns) : EXPECTED);
    }
    columns ??= PLAIN;
    if (count === MOST_STATES) refuse(`at most ${MOST_STATES} states`);
    if (COMPONENTS.length * count === states.length) states = doubled(states);
    states.set(numbers, COMPONENTS.length * count);
    count += 1;
  }
  return states.subarray(0, COMPONENTS.length * count);
}

function doubled(states: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * states.length);
  larger.set(states);
  return larger;
}

/**
 * The columns that a header names; undefined where a line is no header.
 * @param isHeader whether cells with these components, undefined for other cells, are a header
 */
function columnsOf(
  cells: readonly string[],
  refuse: (expected: string) => never,
  isHeader: (names: readonly (Component | undefined)[]) => boolean,
): Columns | undefined {
  const names = cells.map(componentOf);
  if (!isHeader(names)) return undefined;
  for (const component of COMPONENTS) {
    const times = names.filter((found) => found === component).length;
    if (times === 0) refuse(`${HEADER}; ${component} is missing`);
    if (times > 1) refuse(`${HEADER}; ${component} is there ${times} times`);
  }
  const indices = COMPONENTS.map((component) => names.indexOf(component));
  return { width: cells.length, indices };
}

function isSomeName(names: readonly (Component | undefined)[]): boolean {
  return names.some((name) => name !== undefined);
}

/** In a comment words may name a component and mean no column. */
function isAllNames(names: readonly (Component | undefined)[]): boolean {
  const all = COMPONENTS.every((component) => names.includes(component));
  return all || (names.length > 1 && names.every((name) => name !== undefined));
}

/**
 * The component that a column's name means: `theta1`, `"Theta 1"`, `θ₁`, `\theta_{1}`, `θ₁(0)`.
 * Compatibility forms (NFKC) make subscripts digits, and ϕ and ϑ the letters of the alphabet.
 */
function componentOf(cell: string): Component | undefined {
  const word = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(0\)$/, '')
    .replaceAll(/[\s_{}()[\]$\\'"-]/g, '')
    .replace('θ', 'theta')
    .replace('φ', 'phi');
  return COMPONENTS.find((component) => component === word);
}

function withoutComment(whole: string): { readonly line: string; readonly comment: string } {
  const [line = '', ...rest] = whole.split('#');
  return { line: line.trim(), comment: rest.join('#').replace(/^#+/, '').trim() };
}

function expectedCells(columns: Columns): string {
  return columns.width === COMPONENTS.length
    ? NUMBERS
    : `${columns.width} cells as in the header, among them ${NUMBERS}`;
}

function isAllowed(value: number): boolean {
  return Math.abs(value) <= MAX_COORDINATE;
}
