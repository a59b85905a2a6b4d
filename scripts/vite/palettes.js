/**
 * The build's part in colours: of the many palettes of d3-scale-chromatic, the spaces of d3-color and the
 * ways between colours of d3-interpolate the page carries those it names.
 */

const COLOURS = /\/d3-(?:scale-chromatic|color|interpolate)\/dist\/.*\.mjs$/;

/** Makes a class of a colour space, of which nothing is named where the class is not. */
const SPACES = /^(?=define\((?:Lab|Hcl|Cubehelix),)/gm;

/** Calls when the package is loaded, and in their arguments: nothing but a variable's value follows from them. */
const CALLS = /(?<=^var [\w$]+ = |^var .*[(,] ?)(?=(?:new )?[A-Za-z][\w$]*\()/gm;

/**
 * @param {string} code
 * @param {RegExp} calls
 */
const asPure = (code, calls) => code.replaceAll(calls, '/* @__PURE__ */ ');

/** @returns {import('vite').Plugin} */
export function palettes() {
  return {
    name: 'ganfield:palettes',
    apply: 'build',
    transform: (code, id) =>
      COLOURS.test(id) ? { code: asPure(asPure(code, CALLS), SPACES), map: null } : null,
  };
}
