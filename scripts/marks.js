/** What scripts write into pages of docs/, each between its own marks. */

/**
 * The page with `text` between the marks `<!-- name -->` and `<!-- end -->`.
 * @type {(page: string, name: string, text: string) => string}
 */
export function between(page, name, text) {
  const mark = `<!-- ${name} -->`;
  const begin = page.indexOf(mark);
  const end = page.indexOf('<!-- end -->', begin);
  if (begin < 0 || end < 0) throw new Error(`missing mark: ${mark} in the page`);
  return `${page.slice(0, begin + mark.length)}\n\n${text.trim()}\n\n${page.slice(end)}`;
}
