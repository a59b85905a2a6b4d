type Attributes = Readonly<Record<string, string | undefined>>;

/** A new element with attributes and children; attributes that are undefined are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** The element of the page with this id, which index.html has to have. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`missing element: #${id}, expected in index.html`);
  return found;
}

/** Sets text only where it differs, so that a reader's selection and the layout stay as they are. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Lets the arrow keys scroll an element whose content is wider than it is. */
export function reachByKeys(node: HTMLElement): void {
  if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
  else node.removeAttribute('tabindex');
}

/** A text whose |φ| no line breaks after its first bar. */
export function withWholeBars(text: string): string {
  return text.replace(/\|(?=[^\s|.,;:)])/gu, '|\u2060');
}

/** Replaces the content by SVG that the figure code made. */
export function setSvg(node: Element, svg: string): void {
  node.innerHTML = svg;
}

/**
 * What draws SVG into a node as `setSvg` does, but only where it differs from what stands there: an
 * overlay that is replaced by its like is painted and sent to the graphics card all the same.
 */
export function svgSlot(node: Element): (svg: string) => void {
  let drawn = '';
  let root: Node | null = null;
  return (svg) => {
    if (svg === drawn && root !== null && root === node.firstChild) return;
    setSvg(node, svg);
    drawn = svg;
    root = node.firstChild;
  };
}
