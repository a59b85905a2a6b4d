/** The text that a PDF of Ganfield carries: the string `Ganfield` of its information dictionary. */

const SIGNATURE = '%PDF-';

/** The entry refers to an object of its own. */
const ENTRY = /\/Ganfield (\d{1,9}) 0 R/;

/** Parentheses and backslashes in a string are escaped by a backslash (ISO 32000-1, 7.3.4.2). */
const STRING = /^\s*\(((?:[^()\\]|\\[()\\nrt])*)\)/;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, SIGNATURE.length)) === SIGNATURE;
}

/** Undefined where there is none. */
export function textOfPdf(bytes: Uint8Array): string | undefined {
  // The dictionary stands near the end, behind the pictures.
  const tail = latin1(bytes.subarray(-TAIL));
  const number = ENTRY.exec(tail)?.[1];
  const object = `\n${number} 0 obj`;
  const at = tail.indexOf(object);
  if (number === undefined || at < 0) return undefined;
  return STRING.exec(tail.slice(at + object.length))?.[1]?.replaceAll(
    /\\(.)/g,
    (_, character: string) => ESCAPES[character] ?? character,
  );
}

/** Bytes at the end that are looked at. */
const TAIL = 4 * 2 ** 20;

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
