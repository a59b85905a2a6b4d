/** The text that a figure of trajectories carries (SVG 2, section 5.9: metadata). */

/** What may stand before the root element: an XML declaration, comments, a document type. */
const PROLOGUE = /^\s*(?:(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)\s*)*/;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

export function isSvg(text: string): boolean {
  return /^<svg[\s>]/.test(text.replace(PROLOGUE, ''));
}

/**
 * The text of the first metadata element that begins with an object, up to any markup inside.
 * Programs that saved the figure anew may have added attributes and elements.
 */
export function metadataOfSvg(text: string): string | undefined {
  return /<metadata[^<>]*>\s*(\{[^<]*)/
    .exec(text)?.[1]
    ?.trim()
    .replaceAll(/&(?:#(\d{1,5})|#x([\da-f]{1,4})|(\w+));/gi, (entity, decimal, hex, name) =>
      name
        ? (ENTITIES[name] ?? entity)
        : String.fromCharCode(decimal ? Number(decimal) : parseInt(hex, 16)),
    );
}
