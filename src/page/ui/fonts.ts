import type { Fonts } from '../../figure/colour/theme.ts';

/** The page's own text, and the formulas' italic for variables. */
export const FONTS: Fonts = {
  text: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif",
  math: "KaTeX_Math, 'STIX Two Text', 'Cambria Math', 'Times New Roman', serif",
};

/** Font size of axes and legends, in CSS pixels. */
export function figureEm(): number {
  return 0.82 * parseFloat(getComputedStyle(document.documentElement).fontSize);
}
