export async function runFigures(_flags: unknown): Promise<void> {}
