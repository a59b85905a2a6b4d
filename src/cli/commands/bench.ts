export async function runBench(_flags: unknown): Promise<void> {}
