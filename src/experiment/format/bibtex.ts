/** What a citation of an experiment says. */
export interface Citation {
  /** Ganfield's. */
  readonly version: string;
  /** Names the experiment: plain text. */
  readonly title: string;
  /** Opens it. */
  readonly link: string;
  /** When it was seen. */
  readonly date: Date;
}

/** The BibTeX entry of an experiment; its link makes every number again with the same version. */
export function bibtexOf({ version, title, link, date }: Citation): string {
  const day = date.toISOString().slice(0, 10);
  return [
    '@misc{ganfield,',
    '  author = {{Ganfield contributors}},',
    `  title = {Ganfield: ${escaped(title)}},`,
    `  note = {Version ${version}, accessed ${day}},`,
    `  year = {${day.slice(0, 4)}},`,
    `  howpublished = {\\url{${link}}},`,
    '}',
    '',
  ].join('\n');
}

/** Braces keep capitals; what TeX reads as a command is written as a character. */
function escaped(text: string): string {
  return `{${text.replaceAll(/[&%$#_{}]/g, '\\$&')}}`;
}
