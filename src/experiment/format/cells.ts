/** Decimal commas in every one of several cells that blanks part. */
const DECIMAL_COMMAS = /^[+\-−]?\d*,\d+(?:[ \t]+[+\-−]?\d*,\d+)+$/;

/**
 * The cells of one line of a table, or of a list such as `0.1,0.2,0.2,0.1`. Semicolons or tabs part
 * cells where there are any, and commas belong to numbers then; else commas, else blanks.
 * Quoted cells (RFC 4180) may hold any of these.
 */
export function splitCells(line: string): readonly string[] {
  const quoted: string[] = [];
  // Quoted text is set aside: nothing in it parts cells.
  const bare = line
    .replaceAll(/"((?:[^"]|"")*)"/g, (_, text: string) => {
      quoted.push(text.replaceAll('""', '"'));
      return `\0${quoted.length - 1}\0`;
    })
    .trim();
  const restored = (cell: string): string =>
    cell.replaceAll(/\0(\d+)\0/g, (_, index: string) => quoted[Number(index)] ?? '').trim();
  return bare.split(separatorOf(bare)).map(restored);
}

function separatorOf(line: string): RegExp {
  if (line.includes(';')) return /;/;
  if (line.includes('\t')) return /\t[ \t]*/; // Cells are trimmed, so blanks before it may stay.
  if (line.includes(',') && !DECIMAL_COMMAS.test(line)) return /,/;
  return /[ \t]+/;
}
