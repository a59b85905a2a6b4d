/** Before tests of what is built: builds the command line and the library where they are older than their sources. */
import { buildCommandLine, isCommandLineStale } from '../../scripts/build/command-line.js';
import { buildLibrary, isLibraryStale } from '../../scripts/build/library.js';

export default async function buildOnce() {
  if (isCommandLineStale()) await buildCommandLine();
  if (isLibraryStale()) await buildLibrary();
}
