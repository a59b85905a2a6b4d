/** The build's part in colours: of the many palettes of d3-scale-chromatic the page carries those it names. */

const PALETTES = /\/d3-scale-chromatic\/dist\/.*\.mjs$/;

/** Calls when the package is loaded, and in their arguments: nothing but a variable's value follows from them. */
const CALLS = /(?<=^var [\w$]+ = |^var .*[(,] ?)(?=(?:new )?[A-Za-z][\w$]*\()/gm;

/** @returns {import('vite').Plugin} */
export function palettes() {
  return {
    name: 'ganfield:palettes',
    apply: 'build',
    transform: (code, id) =>
      PALETTES.test(id) ? { code: code.replaceAll(CALLS, '/* @__PURE__ */ '), map: null } : null,
  };
}
