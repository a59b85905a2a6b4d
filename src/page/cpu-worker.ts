/** The cpu engine in a worker: answers the requests of cpu-engine.ts. */
import type { Request } from '../reference/messages.ts';
import { serverOf } from '../reference/server.ts';

const scope = self as unknown as Worker;
const serve = serverOf((reply) => scope.postMessage(reply, []));

scope.addEventListener('message', ({ data }: MessageEvent<Request>) => serve(data));
