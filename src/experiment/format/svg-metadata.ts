/** The text that a figure of trajectories carries (SVG 2, section 5.9: metadata). */

export function isSvg(text: string): boolean {
  return /^\s*<svg[\s>]/.test(text);
}

/** The text of the first metadata element, as Ganfield writes it: no markup inside. */
export function metadataOfSvg(text: string): string | undefined {
  return /<metadata>([^<]*)<\/metadata>/
    .exec(text)?.[1]
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
