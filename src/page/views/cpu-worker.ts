/** The cpu engine in a worker: answers the requests of cpu-engine.ts. */
import type { Request } from '../../cpu/messages.ts';
import { serverOf } from '../../cpu/worker-server.ts';

const scope = self as unknown as Worker;
const serve = serverOf((reply) => scope.postMessage(reply, []));

scope.addEventListener('message', ({ data }: MessageEvent<Request>) => serve(data));
