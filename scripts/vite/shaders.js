/** The build's part in shaders: the page carries their code, and their comments stay in the repository. */
import { readFile } from 'node:fs/promises';

const SHADER = /\.wgsl\?raw$/;

/** @returns {import('vite').Plugin} */
export function shaders() {
  return {
    name: 'ganfield:shaders',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!SHADER.test(id)) return null;
      const path = id.slice(0, id.lastIndexOf('?'));
      this.addWatchFile(path);
      const code = withoutComments(await readFile(path, 'utf8'));
      return { code: `export default ${JSON.stringify(code)};`, moduleType: 'js' };
    },
  };
}

/** Blanks around punctuation that is the same token without them. */
const BLANKS = / *([(){},;:=+*]) */g;

/**
 * Without comments, indentation and blanks around punctuation. Lines stay where they are: messages of the
 * shader compiler name those of the repository's files.
 * @param {string} code WGSL, whose comments all run to the end of their line
 */
export function withoutComments(code) {
  return code
    .split('\n')
    .map((line) =>
      line
        .replace(/\/\/.*$/, '')
        .trim()
        .replace(BLANKS, '$1'),
    )
    .join('\n');
}
