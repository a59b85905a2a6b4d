/** The query of a link as it was before mail, chat and text editors had it. */

/** What follows a link in a text and was taken for part of it, plain or percent-encoded. */
const TRAILING = /(?:[\s.,;:!?)\]}>"'’”»*]|%(?:20|22|27|29|3E|5D|7D|0A|0D)|%E2%80%9[9D]|%C2%BB)$/i;

/** Characters of the longest match of `TRAILING`. */
const LONGEST_TRAILING = '%E2%80%9D'.length;

/** Keys that other programs append to any link: campaigns, clicks, who shared it. */
const FOREIGN = new Set(
  [
    [
      'fbclid',
      'gclid',
      'gclsrc',
      'dclid',
      'gbraid',
      'wbraid',
      'msclkid',
      'ttclid',
      'twclid',
      'yclid',
    ],
    ['igsh', 'igshid', 'li_fat_id', 'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '_ga', '_gl'],
    ['ref', 'ref_src', 'ref_url', 'referrer', 'source', 'share_id', 'si', 'spm', 's_kwcid'],
    ['vero_id', 'wickedid', 'oly_anon_id', 'oly_enc_id', '__s', '__tn__'],
  ].flat(),
);

function isForeign(key: string): boolean {
  return FOREIGN.has(key.toLowerCase()) || /^(?:utm_\w+|__cft__(?:\[\d+\])?)$/i.test(key);
}

/** Keys whose values are queries or JSON: a separator in them is theirs. */
const WHOLE = new Set(['with', 'game']);

/**
 * The pairs of a query. Repairs `&amp;` and percent-encoded separators, drops the punctuation
 * behind a link and the keys that other programs append.
 * @param query with or without `?`
 */
export function linkParameters(query: string): URLSearchParams {
  const text = withoutTrailing(query.replace(/^\?/, '').replaceAll(/&(?:amp;)+/gi, '&'))
    // A plus means a blank in a query, and a sign where somebody wrote 1e+3.
    .replaceAll(/(\de)\+(?=\d)/gi, '$1%2B');
  const pairs = [...new URLSearchParams(text)].flatMap(([key, value]) => {
    const isEncoded = !WHOLE.has(key) && (/[=&]|%(?:3D|26)/i.test(key) || value.includes('&'));
    if (!isEncoded) return [[key, value] as [string, string]];
    return [...linkParameters(value === '' ? key : `${key}=${value}`)];
  });
  return new URLSearchParams(pairs.filter(([key]) => !isForeign(key)));
}

/** Looks at the end alone: a pattern for all of it would try from every character on. */
function withoutTrailing(text: string): string {
  let end = text.length;
  for (;;) {
    const match = TRAILING.exec(text.slice(Math.max(0, end - LONGEST_TRAILING), end));
    if (!match) return text.slice(0, end);
    end -= match[0].length;
  }
}
