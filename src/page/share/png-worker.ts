/** Encodes one PNG off the page's thread. */
import { encodePng } from './encode-png.ts';
import type { PngRequest } from './encode-png.ts';

const scope = self as unknown as Worker;

scope.addEventListener('message', ({ data }: MessageEvent<PngRequest>) => {
  scope.postMessage(encodePng(data), []);
});
