/** Theory over one diagram, off the page's thread: it takes seconds. */
import { theoryReply, type TheoryRequest } from './theory-reply.ts';

const scope = self as unknown as Worker;

scope.addEventListener('message', ({ data }: MessageEvent<TheoryRequest>) => {
  scope.postMessage(theoryReply(data), []);
});
