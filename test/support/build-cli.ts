/** Before the command line's tests: builds it where dist-cli/ is older than its sources. */
import { buildCommandLine, isCommandLineStale } from '../../scripts/build-cli.js';

export default async function buildOnce() {
  if (isCommandLineStale()) await buildCommandLine();
}
