/** Where a paper of a model can be read. Named in texts by its first author and its year, in any language. */
interface Paper {
  readonly authors: readonly string[];
  readonly year: number;
  readonly url: string;
}

/** The article whose presets and argument the page follows: Su Jianlin's. */
export const ARTICLE = 'https://kexue.fm/archives/6583';

const arXiv = (id: string) => `https://arxiv.org/abs/${id}`;

export const PAPERS: readonly Paper[] = [
  { authors: ['Goodfellow'], year: 2014, url: arXiv('1406.2661') },
  { authors: ['Nowozin'], year: 2016, url: arXiv('1606.00709') },
  { authors: ['Mao'], year: 2017, url: arXiv('1611.04076') },
  { authors: ['Arjovsky'], year: 2017, url: arXiv('1701.07875') },
  { authors: ['Gulrajani'], year: 2017, url: arXiv('1704.00028') },
  { authors: ['Lim'], year: 2017, url: arXiv('1705.02894') },
  { authors: ['Wu'], year: 2018, url: arXiv('1712.01026') },
  { authors: ['Mescheder'], year: 2018, url: arXiv('1801.04406') },
  { authors: ['Miyato'], year: 2018, url: arXiv('1802.05957') },
  { authors: ['Su', '苏剑林'], year: 2018, url: arXiv('1811.07296') },
];

/** A piece of a text; with the address of the paper that it names, where it names one. */
export interface SourcePart {
  readonly text: string;
  readonly url?: string;
}

/** A source cut into the papers that it names, each from its first author to its year, and the rest. */
export function partsOfSource(source: string): SourcePart[] {
  const parts: SourcePart[] = [];
  let rest = 0;
  for (const { index, 0: named, groups } of source.matchAll(NAMED)) {
    const url = urlOf(groups as Partial<Record<string, string>>);
    if (url === undefined) continue;
    if (index > rest) parts.push({ text: source.slice(rest, index) });
    parts.push({ text: named, url });
    rest = index + named.length;
  }
  if (rest < source.length) parts.push({ text: source.slice(rest) });
  return parts;
}

function urlOf({ number, author = '', year }: Partial<Record<string, string>>): string | undefined {
  if (number !== undefined) return arXiv(number);
  return PAPERS.find((one) => one.authors.includes(author) && one.year === Number(year))?.url;
}

/** The number of a preprint; or an author, further authors without a digit or a semicolon between, and a year. */
const NAMED = new RegExp(
  `arXiv:(?<number>\\d{4}\\.\\d{4,5})|(?<author>${PAPERS.flatMap(({ authors }) => authors).join('|')})(?!\\p{L})[^\\d;；:：]*(?<year>\\d{4})`,
  'gu',
);
