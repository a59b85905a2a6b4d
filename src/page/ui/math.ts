/** Formulas as nodes; KaTeX is loaded with the first one. */
import { render } from 'katex';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import 'katex/dist/katex.min.css';
import { element } from './dom.ts';

export function math(tex: string): HTMLElement {
  const node = element('span', { class: 'math' });
  // Nodes, not HTML: the page's policy refuses style attributes in HTML.
  render(tex, node, { throwOnError: false });
  return node;
}
