/**
 * In the page: texts of which a part is neither seen nor reached by scrolling, each in a line. A text
 * that ends in an ellipsis is shortened by design.
 */
export function cutTexts(): string[] {
  /** A line's box may reach over its letters. */
  const RIM = 3;
  const scrolls = /auto|scroll/;
  const clips = /hidden|clip/;
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (!textContent?.trim() || !parentElement) continue;
    if (parentElement.closest('select, svg, .katex')) continue;
    if (!parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue;
    if (getComputedStyle(parentElement).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    let { left, top, right, bottom } = range.getBoundingClientRect();
    for (let around: Element | null = parentElement; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (style.textOverflow === 'ellipsis') break;
      const edge = around.getBoundingClientRect();
      const isRoot = around === document.documentElement;
      const across = { cut: clips.test(style.overflowX), reached: scrolls.test(style.overflowX) };
      const down = { cut: clips.test(style.overflowY), reached: scrolls.test(style.overflowY) };
      const cutAcross = across.cut && (left < edge.left - RIM || right > edge.right + RIM);
      const cutDown = down.cut && (top < edge.top - RIM || bottom > edge.bottom + RIM);
      if (!isRoot && (cutAcross || cutDown)) {
        found.push(`“${textContent.trim().slice(0, 24)}” in ${around.id || around.className}`);
        break;
      }
      // What begins before a scrolling box cannot be scrolled to.
      if (down.reached && top + around.scrollTop < edge.top - RIM) {
        found.push(`“${textContent.trim().slice(0, 24)}” above ${around.id || around.className}`);
        break;
      }
      if (across.reached) [left, right] = [edge.left, edge.right];
      if (down.reached) [top, bottom] = [edge.top, edge.bottom];
      if (style.position === 'fixed') break;
    }
  }
  return found;
}
