import { THIN, UNBOUNDED, type ColourScale } from '../figure/colour/colour-scale.ts';
import type { RGB } from '../figure/colour/theme.ts';
import { OUTCOMES } from '../measures/outcomes.ts';
import type { ShaderSource } from './linker.ts';
import { UniformLayout } from './uniforms.ts';

const ENTRIES = 256;

/** Where the parts of the palette buffer begin, in entries. */
const PARTS = {
  TABLE: 0,
  LABELS: ENTRIES,
  FADED: ENTRIES + OUTCOMES.length,
  INFINITE: ENTRIES + 2 * OUTCOMES.length,
  UNDEFINED: ENTRIES + 2 * OUTCOMES.length + 1,
  /** A second table, for colourings of the flow that are not the map's. */
  FLOW: ENTRIES + 2 * OUTCOMES.length + 2,
} as const;

const PALETTE_LENGTH = PARTS.FLOW + ENTRIES;

export const PALETTE_BYTES = 16 * PALETTE_LENGTH;

export const SCALE_LAYOUT = new UniformLayout([
  { name: 'transform', type: 'u32' },
  // Numbers in a row of results, the shown one's column, and 1 where the row is an ensemble's.
  { name: 'width', type: 'u32' },
  { name: 'column', type: 'u32' },
  { name: 'ensemble', type: 'u32' },
  { name: 'low', type: 'f32' },
  { name: 'inner', type: 'f32' },
  { name: 'high', type: 'f32' },
  { name: 'horizon', type: 'f32' },
  { name: 'shadeLow', type: 'f32' },
  { name: 'shadeHigh', type: 'f32' },
]);

const TRANSFORMS = ['linear', 'logarithmic', 'labels'] as const;

/** What colour.wgsl shares with the host. */
export function colourDeclarations(): ShaderSource {
  return {
    path: 'colours',
    code: [
      SCALE_LAYOUT.struct('ColourScale'),
      ...TRANSFORMS.map((name, code) => `const TRANSFORM_${name.toUpperCase()}: u32 = ${code}u;`),
      `const PALETTE_ENTRIES: u32 = ${ENTRIES}u;`,
      ...Object.entries(PARTS).map(([name, first]) => `const PALETTE_${name}: u32 = ${first}u;`),
      `const PALETTE_THIN: f32 = ${THIN}f;`,
      `const PALETTE_UNBOUNDED: f32 = ${UNBOUNDED}f;`,
    ].join('\n'),
  };
}

/** The uniform `colours`. */
export function packScale({
  transform,
  layout,
  column,
  low,
  inner,
  high,
  shade,
}: ColourScale): ArrayBuffer {
  return SCALE_LAYOUT.pack({
    transform: TRANSFORMS.indexOf(transform),
    width: layout.columns.length,
    column,
    ensemble: layout.starts === undefined ? 0 : 1,
    low,
    inner,
    high,
    horizon: shade.horizon,
    shadeLow: shade.low,
    shadeHigh: shade.high,
  });
}

/** The buffer `palette`: colours from 0 to 1, four floats each. `flow` is a table of RGBA bytes. */
export function packPalette(scale: ColourScale, flow: Uint8Array): Float32Array<ArrayBuffer> {
  const palette = new Float32Array(4 * PALETTE_LENGTH);
  const table = (part: number, bytes: Uint8Array) =>
    palette.set(
      Array.from(bytes, (byte) => byte / 255),
      4 * part,
    );
  const single = (part: number, colour: RGB) =>
    palette.set([...colour.map((byte) => byte / 255), 1], 4 * part);
  table(PARTS.TABLE, scale.table);
  table(PARTS.LABELS, scale.labels);
  table(PARTS.FADED, scale.faded);
  single(PARTS.INFINITE, scale.infinite);
  single(PARTS.UNDEFINED, scale.undefined);
  table(PARTS.FLOW, flow);
  return palette;
}
