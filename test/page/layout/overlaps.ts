/**
 * In the page: what lies over something else and should not, or leaves the viewport at its side, each in
 * a line. Texts are compared by their lines, controls by their boxes, both as far as they are seen;
 * what floats above the page by design only with what floats there, too.
 */
export function overlaps(): string[] {
  interface Thing {
    readonly node: Element;
    readonly layer: Element | null;
    readonly name: string;
    readonly boxes: readonly DOMRect[];
  }
  const LAYERS = 'dialog, [popover], .panel, .notices, .gallery, .square';
  const CONTROLS = 'button, select, input, textarea, a[href]';
  /** Drawn by hand or made by a typesetter, or moved about in a picture by design. */
  const OTHERS = '.katex, svg, .probe';
  /** Boxes may share a rounded edge. */
  const RIM = 1.5;

  const isSeen = (node: Element) =>
    node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !node.closest(OTHERS) &&
    getComputedStyle(node).clipPath === 'none';
  /** What of a box the scrolling and clipping elements around it show. */
  const shown = (box: DOMRect, node: Element): DOMRect => {
    let { left, top, right, bottom } = box;
    for (let around: Element | null = node; around; around = around.parentElement) {
      const { overflowX, position } = getComputedStyle(around);
      if (overflowX !== 'visible' && around !== document.documentElement) {
        const edge = around.getBoundingClientRect();
        left = Math.max(left, edge.left);
        top = Math.max(top, edge.top);
        right = Math.min(right, edge.right);
        bottom = Math.min(bottom, edge.bottom);
      }
      if (position === 'fixed') break;
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const things: Thing[] = [];
  const add = (node: Element, name: string, boxes: readonly DOMRect[]) => {
    const seen = boxes.map((box) => shown(box, node)).filter((box) => box.width * box.height > 4);
    if (seen.length > 0) things.push({ node, layer: node.closest(LAYERS), name, boxes: seen });
  };
  for (const node of document.body.querySelectorAll(CONTROLS)) {
    const { id, className, tagName } = node;
    if (isSeen(node)) add(node, id || `${tagName} ${className}`, [...node.getClientRects()]);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (!textContent?.trim() || !parentElement || !isSeen(parentElement)) continue;
    // A list's choices lie within it.
    if (parentElement.closest('select')) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    add(parentElement, `“${textContent.trim().slice(0, 24)}”`, [...range.getClientRects()]);
  }

  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  for (const [i, { node, layer, name, boxes }] of things.entries()) {
    if (boxes.some(({ left, right }) => left < -RIM || right > width + RIM)) {
      found.push(`${name} leaves the window`);
    }
    for (const other of things.slice(i + 1)) {
      if (other.layer !== layer || node.contains(other.node) || other.node.contains(node)) continue;
      const meet = boxes.some((a) =>
        other.boxes.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > RIM &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > RIM,
        ),
      );
      if (meet) found.push(`${name} and ${other.name}`);
    }
  }
  return found;
}
