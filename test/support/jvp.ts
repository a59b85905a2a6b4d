/** A Jacobian-vector product taken apart. */
export type Field = (s: Float64Array, out: Float64Array) => void;
export type Tangent = (s: Float64Array, t: Float64Array, out: Float64Array) => void;

export function along(tangent: Tangent, s: Float64Array, t: Float64Array): Float64Array {
  const out = new Float64Array(4).fill(NaN);
  tangent(s, t, out);
  return out;
}

/** Columns: `tangent` along the four axes. */
export function columnsOf(tangent: Tangent, s: Float64Array): Float64Array[] {
  return [0, 1, 2, 3].map((axis) =>
    along(
      tangent,
      s,
      new Float64Array(4).map((_, i) => (i === axis ? 1 : 0)),
    ),
  );
}
