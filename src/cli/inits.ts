import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LARGEST } from '../experiment/schema.ts';
import { COMPONENTS } from '../models/state.ts';
import { systemReason, UsageError } from './errors.ts';

const EXPECTED = `four numbers ${COMPONENTS.join(',')} within ±${LARGEST}`;

/**
 * Reads initial conditions, four numbers each, from a CSV file or stdin (`-`). A header that names
 * the four components says which columns they are; any other first line of words is passed over.
 * Blank lines, comments (#) and carriage returns do not matter.
 * @throws UsageError that names the line
 */
export async function readInits(path: string): Promise<Float64Array> {
  const name = path === '-' ? 'stdin' : path;
  const starts = parseInits(await contentOf(path, name), name);
  if (starts.length === 0) {
    throw new UsageError(`empty inits: ${name}, expected ${EXPECTED} in each line`);
  }
  return starts;
}

async function contentOf(path: string, name: string): Promise<string> {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`unreadable inits: ${name}, ${systemReason(error)}`);
  }
}

function parseInits(content: string, name: string): Float64Array {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const starts = new Float64Array(4 * lines.length);
  let header: Header | undefined;
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const cells = trimmed.split(/\s*[,;]\s*|\s+/);
    if (!header) {
      header = headerOf(cells);
      if (cells.every(isWord)) continue;
    }
    const numbers = header.columns.map((column) => numberOf(cells[column]));
    if (cells.length !== header.width || !numbers.every(isAllowed)) {
      throw new UsageError(
        `invalid inits: line ${index + 1} of ${name}: ${shortened(trimmed)}, expected ${EXPECTED}`,
      );
    }
    starts.set(numbers, 4 * count);
    count += 1;
  }
  return starts.subarray(0, 4 * count);
}

/** Which of a line's cells are the state's components. */
interface Header {
  readonly width: number;
  readonly columns: readonly number[];
}

function headerOf(cells: readonly string[]): Header {
  const columns = COMPONENTS.map((component) => cells.indexOf(component));
  return columns.every((column) => column >= 0)
    ? { width: cells.length, columns }
    : { width: 4, columns: [0, 1, 2, 3] };
}

/** Neither a number nor one of the words for what is none. */
function isWord(cell: string): boolean {
  return Number.isNaN(numberOf(cell)) && !/^[-+]?(nan|inf)/i.test(cell);
}

/** `Number('')` is 0: a missing number must not become one. */
function numberOf(cell: string | undefined): number {
  return cell === undefined || cell === '' ? NaN : Number(cell);
}

function isAllowed(value: number): boolean {
  return Math.abs(value) <= LARGEST;
}

function shortened(line: string): string {
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
