/** Reads the SVG that the figure code writes: elements, attributes in double quotes, and text. */

export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

const TOKEN = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** @throws Error for anything else than one well-formed element of that kind */
export function svgTree(svg: string): SvgNode {
  const top: (SvgNode | string)[] = [];
  const open: { readonly name: string; readonly children: (SvgNode | string)[] }[] = [
    { name: '', children: top },
  ];
  let end = 0;
  let closed = true;
  for (const match of svg.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    const [, closing, name = '', attributes = '', empty, text] = match;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(unescaped(text));
    else if (closing) {
      closed &&= open.pop()?.name === name && open.length > 0;
      if (!closed) break;
    } else {
      const children: (SvgNode | string)[] = [];
      parent.children.push({ name, attributes: attributesOf(attributes), children });
      if (!empty) open.push({ name, children });
    }
  }
  const [root] = top;
  if (!closed || end !== svg.length || open.length !== 1 || typeof root !== 'object') {
    throw new Error(`invalid SVG at character ${end}, expected an element of a figure`);
  }
  return root;
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const entries = Array.from(text.matchAll(ATTRIBUTE), ([, name, value]) => [
    name!,
    unescaped(value!),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name]!);
}
