/** Theory over maps, off the page's thread: a map's takes up to seconds. */
import { shownTheoryOf } from '../../cpu/theory-lines.ts';
import type { TheoryRequest } from './theory-client.ts';

const scope = self as unknown as Worker;

scope.addEventListener('message', ({ data }: MessageEvent<TheoryRequest>) => {
  scope.postMessage(shownTheoryOf(data.experiment, data.sample), []);
});
