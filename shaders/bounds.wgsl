// Bounds of states. Twin of src/measures/bounds.ts.

// Whether every component is finite and within bound, from their bits: a compiler may assume that
// no value is NaN.
fn isStateWithin(s: vec4f, bound: f32) -> bool {
  return all((bitcast<vec4i>(s) & vec4i(0x7fffffff)) < vec4i(bitcast<i32>(bound)));
}
