/**
 * The build's part in messages: what reads ICU's skeletons (`{n, number, ::percent}`) stays out of the
 * page, none of whose messages has any.
 */
const PARSER = '@formatjs/icu-skeleton-parser';

const FUNCTIONS = ['parseDateTimeSkeleton', 'parseNumberSkeleton', 'parseNumberSkeletonFromString'];

/** @returns {import('vite').Plugin} */
export function withoutSkeletons() {
  return {
    name: 'ganfield:skeletons',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === PARSER ? `\0${PARSER}` : null),
    load(id) {
      if (id !== `\0${PARSER}`) return null;
      const refusal = `throw new Error('unknown in messages: skeletons')`;
      return FUNCTIONS.map((name) => `export function ${name}() { ${refusal}; }`).join('\n');
    },
  };
}
