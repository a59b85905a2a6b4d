/** What is drawn over one phase plane, off the page's thread: of a long game it takes a tenth of a second. */
import { phasePlaneOf } from '../../cpu/phase-plane/index.ts';
import type { PhasePlaneRequest } from './phase-portrait.ts';

const scope = self as unknown as Worker;

scope.addEventListener('message', ({ data }: MessageEvent<PhasePlaneRequest>) => {
  scope.postMessage(phasePlaneOf(data.experiment, data.equilibria), []);
});
