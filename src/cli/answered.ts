import { Failure } from './errors.ts';

/** Milliseconds in which a driver answers, on a busy machine too. */
const LIMIT = 20_000;

/**
 * The answer of a driver; the wait for it keeps the process alive.
 * @throws Failure where none comes
 */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const failure = new Failure(`the driver has not answered for ${LIMIT / 1000} s`);
    timer = setTimeout(() => reject(failure), LIMIT);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
