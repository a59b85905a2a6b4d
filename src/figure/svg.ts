/** SVG as text, with everything escaped that comes from outside. */
import type { Rectangle } from './rectangle.ts';

/** Text that is SVG already; only the functions here make it. */
export interface Markup {
  readonly markup: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A string among the children is text and is escaped; an undefined attribute is left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly (Markup | string)[] = [],
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? numeral(value) : escape(value!)}"`,
    )
    .join('');
  const content = children.map((child) =>
    typeof child === 'string' ? escape(child) : child.markup,
  );
  return {
    markup:
      content.length > 0
        ? `<${name}${written}>${content.join('')}</${name}>`
        : `<${name}${written}/>`,
  };
}

/** A whole SVG that shows a rectangle, at one CSS pixel a unit. */
export function documentOf(
  { x, y, width, height }: Rectangle,
  attributes: Attributes,
  children: readonly Markup[],
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: [x, y, width, height].map(numeral).join(' '),
      ...attributes,
    },
    children,
  ).markup;
}

/** Points x, y, x, y, … as path data; a point that is not finite breaks the line. */
export function pathOf(points: ArrayLike<number>): string {
  let data = '';
  let pen = 'M';
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (Number.isFinite(x) && Number.isFinite(y)) {
      data += `${pen}${numeral(x)} ${numeral(y)}`;
      pen = 'L';
    } else pen = 'M';
  }
  return data;
}

/** A hundredth of a pixel is enough, and keeps files small. */
export function numeral(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
