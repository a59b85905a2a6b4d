/** Reads a saved picture or JSON file. */
import type { GameCompiler } from '../../experiment/format/read-game.ts';
import { bytesToRead, savedFrom } from '../../experiment/format/saved.ts';
import { EXPECTED, GOT, invalid, NOUNS } from '../../experiment/refusal.ts';
import { fill } from '../../models/message.ts';

/** Larger than any picture that Ganfield saves; larger files are refused unread. */
const MAX_BYTES = 256 * 2 ** 20;

/** @throws ChoiceError where the file is too large, or holds no experiment */
export async function readSaved(
  file: File,
  compile: GameCompiler,
): Promise<ReturnType<typeof savedFrom>> {
  if (file.size > MAX_BYTES) {
    throw invalid({
      what: NOUNS.experiment,
      got: fill(GOT.bytes, { name: file.name, count: String(file.size) }),
      expected: fill(EXPECTED.atMost, { most: String(MAX_BYTES) }),
    });
  }
  const head = await bytesOf(file.slice(0, 8));
  return savedFrom(file.name, await bytesOf(file.slice(0, bytesToRead(head))), compile);
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
