/** A text that comes in pieces, line by line. */

/** Characters of the longest line; a table of a thousand columns has some 20,000. */
export const LONGEST_LINE = 2 ** 20;

/**
 * The lines of a text, each without its end: `\n`, `\r\n` or `\r`. Of a line that is longer than
 * `LONGEST_LINE` the beginning comes, a little more than that, and nothing after it.
 */
export async function* linesOf(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    // A carriage return at the end may be half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LONGEST_LINE) break;
  }
  yield rest.replace(/\r$/, '');
}
