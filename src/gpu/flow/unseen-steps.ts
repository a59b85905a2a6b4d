/** How long a dispatch of steps that nobody sees should take, in milliseconds. */
const TARGET = 24;

/** Steps of the first of them, and by how much each may be longer than the one before. */
const FIRST_STEPS = 2;
const GROWTH = 4;

/**
 * Takes steps that nobody sees, in dispatches that fit a frame.
 * @param steps the last of which may be a fraction
 * @param dispatch submits so many steps
 * @param isStale asked before each dispatch: ends early where it returns true
 * @returns whether all steps were taken
 */
export async function takeUnseen(
  { queue }: GPUDevice,
  steps: number,
  dispatch: (count: number) => void,
  isStale: () => boolean,
): Promise<boolean> {
  let batch = FIRST_STEPS;
  for (let left = steps; left > 0;) {
    if (isStale()) return false;
    const count = Math.min(left, batch);
    const begin = performance.now();
    dispatch(count);
    await queue.onSubmittedWorkDone();
    left -= count;
    const fitting = (count * TARGET) / Math.max(0.1, performance.now() - begin);
    batch = Math.max(1, Math.floor(Math.min(GROWTH * count, fitting)));
  }
  return true;
}
