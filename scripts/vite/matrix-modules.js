/** The build's part in linear algebra: of ml-matrix the page carries the decompositions it names. */
import { join } from 'node:path';
import { ROOT } from '../paths.js';

/** Its modules, which the package keeps in the field `module` alone; its exports lead to one file of everything. */
const MODULES = join(ROOT, 'node_modules', 'ml-matrix', 'src', 'index.js');

/** @returns {import('vite').Plugin} */
export function matrixModules() {
  return {
    name: 'ganfield:matrix-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'ml-matrix' ? { id: MODULES, moduleSideEffects: false } : null),
  };
}
