import { SEPARATOR } from './caption.ts';
import { widthOf } from './rich-text.ts';

/** Lines of at most `most` em: broken between choices where that is enough, else between words. */
export function wrap(caption: string, most: number): readonly string[] {
  const parts = caption
    .split(SEPARATOR)
    .flatMap((part) => (widthOf(part) > most ? broken(part.split(' '), ' ', most) : [part]));
  return broken(parts, SEPARATOR, most);
}

/** The text, cut off with an ellipsis where it is wider than `most` em. */
export function ellipsis(text: string, most: number, bold = false): string {
  if (widthOf(text, bold) <= most) return text;
  let kept = text;
  while (kept !== '' && widthOf(`${kept}…`, bold) > most) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

function broken(parts: readonly string[], separator: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${separator}${part}`;
    if (last === undefined) lines.push(part);
    else if (widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
