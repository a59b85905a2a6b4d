import { fill } from '../models/message.ts';
import { GPU_MESSAGES, GpuUnavailable } from './context.ts';

/**
 * The answer of a driver within a time limit.
 * @param limit in milliseconds
 * @param late takes an answer that comes after it
 * @throws GpuUnavailable where none comes, and as the answer rejects
 */
export async function answeredWithin<T>(
  limit: number,
  answer: Promise<T>,
  late: (value: T) => void = () => {},
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silent = false;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      silent = true;
      const seconds = String(limit / 1000);
      reject(new GpuUnavailable(fill(GPU_MESSAGES.noAnswer, { seconds })));
    }, limit);
  });
  answer.then(
    (value) => silent && late(value),
    () => {},
  );
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
