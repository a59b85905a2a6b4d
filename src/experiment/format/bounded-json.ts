/** JSON of bounded size and depth: files may hold anything. */

/** Bytes of JSON or SVG that are looked at; what Ganfield saves begins with its experiment. */
export const LONGEST_TEXT = 4 * 2 ** 20;

/** Brackets within brackets; a file of Ganfield's has at most 5. */
const DEEPEST = 32;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * The value of a text.
 * @throws Error where it is no JSON, or is nested more than 32 levels deep
 */
export function parseJson(text: string): unknown {
  endOfValue(text, 0);
  return JSON.parse(text);
}

/**
 * The object of a text that is cut off, as far as its first key goes: `{"experiment": …}`.
 * @returns undefined where the text begins otherwise, or ends within the experiment
 * @throws Error as `parseJson`
 */
export function parseLeadingExperiment(text: string): unknown {
  const [head] = /^\s*\{\s*"experiment"\s*:\s*(?=\{)/.exec(text) ?? [];
  const end = head && endOfValue(text, head.length);
  return end ? { experiment: JSON.parse(text.slice(head.length, end)) } : undefined;
}

/**
 * Where the first object or list from `from` on ends; undefined where the text ends before.
 * Without recursion, and of valid JSON right about what stands in strings.
 */
function endOfValue(text: string, from: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (OPENING.has(code)) {
      depth += 1;
      if (depth > DEEPEST) throw new Error(`nested more than ${DEEPEST} levels deep`);
    } else if (CLOSING.has(code)) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return undefined;
}
