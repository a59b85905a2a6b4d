const MAGIC = '\u0093NUMPY';

/** Header and data start at a multiple of this (numpy.lib.format, version 1.0). */
const ALIGNMENT = 64;

/** The header of an `.npy` file of version 1.0 for little-endian floats, or whole numbers, in C order. */
export function npyHeader(
  bytesPerNumber: 4 | 8,
  shape: readonly number[],
  kind: 'f' | 'i' = 'f',
): Uint8Array {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '<${kind}${bytesPerNumber}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const prefix = MAGIC.length + 4;
  const length = Math.ceil((prefix + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = Buffer.alloc(length, ' ');
  header.write(MAGIC, 'latin1');
  header.set([1, 0], MAGIC.length);
  header.writeUInt16LE(length - prefix, MAGIC.length + 2);
  header.write(dictionary, prefix, 'latin1');
  header.write('\n', length - 1, 'latin1');
  return header;
}
